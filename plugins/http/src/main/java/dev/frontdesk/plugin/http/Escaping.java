package dev.frontdesk.plugin.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Facts whose texts cannot break out of the place a template puts them in. */
final class Escaping {
    private Escaping() {}

    static Facts forUrl(Facts facts) {
        return escaped(facts, Escaping::percent);
    }

    /** A line break would begin another header. */
    static Facts forHeader(Facts facts) {
        return escaped(facts, Escaping::oneLine);
    }

    static Facts forBody(Facts facts, String contentType) {
        var type = contentType.toLowerCase(Locale.ROOT);
        if (type.contains("json")) {
            return escaped(
                    facts, text -> new String(JsonStringEncoder.getInstance().quoteAsString(text)));
        }
        return type.contains("form-urlencoded") ? forUrl(facts) : facts;
    }

    static String oneLine(String text) {
        var line = new StringBuilder(text.length());
        text.chars().forEach(c -> line.append(c < ' ' || c >= 0x7f ? '?' : (char) c));
        return line.toString();
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Facts escaped(Facts facts, UnaryOperator<String> how) {
        return path -> facts.get(path).map(value -> escaped(value, how));
    }

    private static Value escaped(Value value, UnaryOperator<String> how) {
        return switch (value) {
            case Value.Text(var text) -> Value.of(how.apply(text));
            case Value.Items(var items) ->
                new Value.Items(items.stream().map(item -> escaped(item, how)).toList());
            case Value.Fields(var fields) -> {
                var all = Value.EMPTY;
                for (var field : fields.entrySet()) {
                    all = all.with(how.apply(field.getKey()), escaped(field.getValue(), how));
                }
                yield all;
            }
            case Value.Nil _, Value.Bool _, Value.Num _, Value.Time _ -> value;
        };
    }
}
