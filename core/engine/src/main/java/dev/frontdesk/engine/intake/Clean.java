package dev.frontdesk.engine.intake;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes text from outside fit to be stored: no NUL, no half of a surrogate pair. The exact bytes stay beside it. */
public final class Clean {
    /** More than that is no letter; its text stays, and the bytes it came in. */
    private static final int LONGEST_HTML = 256 * 1024;

    private static final char REPLACEMENT = '\uFFFD';

    private Clean() {}

    public static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (bad(text, i)) {
                return replaced(text, i);
            }
        }
        return text;
    }

    private static boolean bad(String text, int i) {
        char c = text.charAt(i);
        if (c == 0) {
            return true;
        }
        if (!Character.isSurrogate(c)) {
            return false;
        }
        return Character.isHighSurrogate(c)
                ? i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }

    private static String replaced(String text, int from) {
        var clean = new StringBuilder(text);
        for (int i = from; i < text.length(); i++) {
            if (bad(text, i)) {
                clean.setCharAt(i, REPLACEMENT);
            }
        }
        return clean.toString();
    }

    public static Content content(Content content) {
        return switch (content) {
            case Content.Text(var text) -> Content.text(text(text));
            case Content.Picked(var token, var text) -> new Content.Picked(text(token), text(text));
            case Content.Unsupported(var what, var text) -> new Content.Unsupported(text(what), text(text));
            case Content.Choice(var text, var options) ->
                new Content.Choice(
                        text(text),
                        options.stream()
                                .map(option -> new Content.Option(text(option.token()), text(option.label())))
                                .toList());
            case Content.Media(var kind, var file, var text) -> new Content.Media(text(kind), file(file), text(text));
            case Content.Rich(var text, var html, var original, var files) ->
                new Content.Rich(
                        text(text),
                        html.length() > LONGEST_HTML ? "" : text(html),
                        text(original),
                        files.stream().map(Clean::file).toList());
            case Content.Album(var parts) ->
                new Content.Album(parts.stream()
                        .map(part -> new Content.Media(text(part.kind()), file(part.file()), text(part.plainText())))
                        .toList());
            case Content.Card(var name, var phones, var text) ->
                new Content.Card(text(name), phones.stream().map(Clean::text).toList(), text(text));
            case Content.Location(var latitude, var longitude, var text)
            when Double.isFinite(latitude) && Double.isFinite(longitude) ->
                new Content.Location(latitude, longitude, text(text));
            case Content.Preset(var name, var language, var values, var media, var text) ->
                new Content.Preset(text(name), language, texts(values), media.map(Clean::file), text(text));
            default -> new Content.Unsupported(text(content.kind()), text(content.plainText()));
        };
    }

    private static Content.File file(Content.File file) {
        return switch (file) {
            case Content.Stored(var sha256, var name, var type, var size) ->
                new Content.Stored(text(sha256), key(name, 1000), key(type, 200), size);
            case Content.Remote(var handle, var expires, var name, var type, var size) ->
                new Content.Remote(text(handle), expires, key(name, 1000), key(type, 200), size);
        };
    }

    private static Map<String, String> texts(Map<String, String> values) {
        var clean = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> clean.put(text(name), text(value)));
        return clean;
    }

    public static Value value(Value value) {
        return switch (value) {
            case Value.Text(var text) -> Value.of(text(text));
            case Value.Items(List<Value> values) ->
                new Value.Items(values.stream().map(Clean::value).toList());
            case Value.Fields(Map<String, Value> values) -> {
                var clean = new LinkedHashMap<String, Value>();
                values.forEach((name, inner) -> clean.put(text(name), value(inner)));
                yield new Value.Fields(clean);
            }
            case Value.Nil _, Value.Bool _, Value.Num _, Value.Time _ -> value;
        };
    }

    /** A key within the store's limits; a longer one becomes its digest. */
    static String key(String key, int most) {
        String clean = text(key);
        if (clean.length() <= most) {
            return clean;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
