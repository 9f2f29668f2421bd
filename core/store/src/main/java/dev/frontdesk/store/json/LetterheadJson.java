package dev.frontdesk.store.json;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.SenderCheck;
import dev.frontdesk.engine.model.Letterhead;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a letter has beside its text, as JSON; empty for anything that is no letter. */
public final class LetterheadJson {
    private LetterheadJson() {}

    public static String write(Letterhead head) {
        if (head.equals(Letterhead.NONE)) {
            return "";
        }
        var fields = new LinkedHashMap<String, Value>();
        put(fields, "subject", head.subject());
        put(fields, "reference", head.reference());
        put(fields, "automatic", head.automatic());
        put(fields, "writer", head.writer());
        put(fields, "writerName", head.writerName());
        head.check().ifPresent(check -> {
            put(fields, "check", check.finding().name());
            put(fields, "checkedBy", check.by());
        });
        return ValueJson.write(new Value.Fields(fields));
    }

    private static void put(Map<String, Value> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, Value.of(text));
        }
    }

    public static Letterhead read(String text) {
        if (text.isEmpty()) {
            return Letterhead.NONE;
        }
        var fields = ValueJson.fields(text);
        return new Letterhead(
                fields.get("subject").asText(),
                fields.get("reference").asText(),
                fields.get("automatic").asText(),
                fields.get("writer").asText(),
                fields.get("writerName").asText(),
                check(fields.get("check").asText(), fields.get("checkedBy").asText()));
    }

    private static Optional<SenderCheck> check(String finding, String by) {
        return finding.isEmpty()
                ? Optional.empty()
                : Optional.of(new SenderCheck(SenderCheck.Finding.valueOf(finding), by));
    }
}
