package dev.frontdesk.store.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.store.sql.Texts;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a message says, as JSON. A kind this version does not know is read as unsupported, with its text. */
public final class ContentJson {
    private ContentJson() {}

    public static String write(Content content) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("kind", Texts.clean(content.kind()));
            json.writeStringField("text", Texts.clean(content.plainText()));
            switch (content) {
                case Content.Choice choice -> options(json, choice.options());
                case Content.Rich rich -> rich(json, rich);
                case Content.Picked picked -> json.writeStringField("token", Texts.clean(picked.token()));
                case Content.Unsupported unsupported -> json.writeStringField("what", Texts.clean(unsupported.what()));
                case Content.Location place -> place(json, place);
                case Content.Card card -> card(json, card);
                case Content.Preset preset -> preset(json, preset);
                default -> {}
            }
            files(json, content.files(), content instanceof Content.Album album ? album.parts() : List.of());
            json.writeEndObject();
        });
    }

    private static void rich(JsonGenerator json, Content.Rich rich) throws IOException {
        json.writeStringField("html", Texts.clean(rich.html()));
        json.writeStringField("original", Texts.clean(rich.original()));
    }

    private static void place(JsonGenerator json, Content.Location place) throws IOException {
        json.writeNumberField("latitude", place.latitude());
        json.writeNumberField("longitude", place.longitude());
    }

    private static void card(JsonGenerator json, Content.Card card) throws IOException {
        json.writeStringField("name", Texts.clean(card.name()));
        json.writeArrayFieldStart("phones");
        for (var phone : card.phones()) {
            json.writeString(Texts.clean(phone));
        }
        json.writeEndArray();
    }

    private static void preset(JsonGenerator json, Content.Preset preset) throws IOException {
        json.writeStringField("name", Texts.clean(preset.name()));
        json.writeStringField("language", preset.language().toLanguageTag());
        json.writeObjectFieldStart("values");
        for (var value : preset.values().entrySet()) {
            json.writeStringField(Texts.clean(value.getKey()), Texts.clean(value.getValue()));
        }
        json.writeEndObject();
    }

    /** @param parts of an album: each file has a kind and a caption of its own */
    private static void files(JsonGenerator json, List<Content.File> files, List<Content.Media> parts)
            throws IOException {
        if (files.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("files");
        for (int n = 0; n < files.size(); n++) {
            var file = files.get(n);
            json.writeStartObject();
            if (!parts.isEmpty()) {
                json.writeStringField("as", Texts.clean(parts.get(n).kind()));
                json.writeStringField("caption", Texts.clean(parts.get(n).plainText()));
            }
            json.writeStringField("name", Texts.clean(file.name()));
            json.writeStringField("type", Texts.clean(file.mediaType()));
            json.writeNumberField("size", file.size());
            switch (file) {
                case Content.Stored stored -> json.writeStringField("sha256", stored.sha256());
                case Content.Remote remote -> {
                    json.writeStringField("handle", Texts.clean(remote.handle()));
                    if (remote.expires().isPresent()) {
                        json.writeNumberField("expires", remote.expires().get().toEpochMilli());
                    }
                }
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void options(JsonGenerator json, List<Content.Option> options) throws IOException {
        json.writeArrayFieldStart("options");
        for (var option : options) {
            json.writeStartArray();
            json.writeString(Texts.clean(option.token()));
            json.writeString(Texts.clean(option.label()));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    public static Content read(String text) {
        return Json.read(text, json -> {
            var parts = new Parts();
            Json.fields(json, name -> parts.take(name, json));
            return parts.content();
        });
    }

    /** The fields in whatever order they come. */
    private static final class Parts {
        private final List<Content.Option> options = new ArrayList<>();
        private String kind = "";
        private String text = "";
        private String token = "";
        private String what = "";
        private String html = "";
        private String original = "";
        private String called = "";
        private String language = "";
        private double latitude;
        private double longitude;
        private final List<String> phones = new ArrayList<>();
        private final Map<String, String> values = new LinkedHashMap<>();
        private final List<Content.File> files = new ArrayList<>();
        private final List<Content.Media> parts = new ArrayList<>();

        void take(String name, JsonParser json) throws IOException {
            switch (name) {
                case "kind" -> kind = json.getText();
                case "text" -> text = json.getText();
                case "token" -> token = json.getText();
                case "what" -> what = json.getText();
                case "html" -> html = json.getText();
                case "original" -> original = json.getText();
                case "name" -> called = json.getText();
                case "language" -> language = json.getText();
                case "latitude" -> latitude = json.getDoubleValue();
                case "longitude" -> longitude = json.getDoubleValue();
                case "phones" -> {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        phones.add(json.getText());
                    }
                }
                case "values" -> Json.fields(json, key -> values.put(key, json.getText()));
                case "files" -> {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        var file = new FileParts();
                        Json.fields(json, key -> file.take(key, json));
                        files.add(file.file());
                        parts.add(new Content.Media(file.as, file.file(), file.caption));
                    }
                }
                case "options" -> {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        options.add(new Content.Option(json.nextTextValue(), json.nextTextValue()));
                        json.nextToken();
                    }
                }
                default -> json.skipChildren();
            }
        }

        Content content() {
            return switch (kind) {
                case Content.TEXT -> new Content.Text(text);
                case Content.RICH -> new Content.Rich(text, html, original, files);
                case Content.CHOICE -> new Content.Choice(text, options);
                case Content.PICKED -> new Content.Picked(token, text);
                case Content.UNSUPPORTED -> new Content.Unsupported(what, text);
                case Content.LOCATION -> new Content.Location(latitude, longitude, text);
                case Content.ALBUM -> new Content.Album(parts);
                case Content.CARD -> new Content.Card(called, phones, text);
                case Content.PRESET ->
                    new Content.Preset(
                            called,
                            Locale.forLanguageTag(language),
                            values,
                            files.stream().findFirst(),
                            text);
                default ->
                    files.isEmpty()
                            ? new Content.Unsupported(kind, text)
                            : new Content.Media(kind, files.getFirst(), text);
            };
        }
    }

    /** The fields of one file. */
    private static final class FileParts {
        private String as = "";
        private String caption = "";
        private String name = "";
        private String type = "";
        private String sha256 = "";
        private String handle = "";
        private long size = -1;
        private Optional<Instant> expires = Optional.empty();

        void take(String key, JsonParser json) throws IOException {
            switch (key) {
                case "as" -> as = json.getText();
                case "caption" -> caption = json.getText();
                case "name" -> name = json.getText();
                case "type" -> type = json.getText();
                case "size" -> size = json.getLongValue();
                case "sha256" -> sha256 = json.getText();
                case "handle" -> handle = json.getText();
                case "expires" -> expires = Optional.of(Instant.ofEpochMilli(json.getLongValue()));
                default -> json.skipChildren();
            }
        }

        Content.File file() {
            return sha256.isEmpty()
                    ? new Content.Remote(handle, expires, name, type, size)
                    : new Content.Stored(sha256, name, type, size);
        }
    }
}
