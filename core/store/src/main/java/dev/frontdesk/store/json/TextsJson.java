package dev.frontdesk.store.json;

import com.fasterxml.jackson.core.JsonToken;
import dev.frontdesk.store.sql.Texts;
import java.util.LinkedHashSet;
import java.util.Set;

/** A set of words as a JSON array. */
public final class TextsJson {
    private TextsJson() {}

    public static String write(Set<String> texts) {
        if (texts.isEmpty()) {
            return "[]";
        }
        return Json.write(json -> {
            json.writeStartArray();
            for (String text : texts.stream().sorted().toList()) {
                json.writeString(Texts.clean(text));
            }
            json.writeEndArray();
        });
    }

    public static Set<String> read(String text) {
        if (text.equals("[]")) {
            return Set.of();
        }
        return Json.read(text, json -> {
            var texts = new LinkedHashSet<String>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                texts.add(json.getText());
            }
            return texts;
        });
    }
}
