package dev.frontdesk.store.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.store.sql.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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
                case Content.Picked picked -> json.writeStringField("token", Texts.clean(picked.token()));
                case Content.Unsupported unsupported -> json.writeStringField("what", Texts.clean(unsupported.what()));
                default -> {}
            }
            json.writeEndObject();
        });
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

        void take(String name, JsonParser json) throws IOException {
            switch (name) {
                case "kind" -> kind = json.getText();
                case "text" -> text = json.getText();
                case "token" -> token = json.getText();
                case "what" -> what = json.getText();
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
                case Content.CHOICE -> new Content.Choice(text, options);
                case Content.PICKED -> new Content.Picked(token, text);
                case Content.UNSUPPORTED -> new Content.Unsupported(what, text);
                default -> new Content.Unsupported(kind, text);
            };
        }
    }
}
