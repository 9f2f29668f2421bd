package dev.frontdesk.plugin.intent;

import dev.frontdesk.api.Setting;
import dev.frontdesk.api.enrich.Classification;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file of {@code config/intents} of the type {@code examples}. */
public record ExamplesSettings(
        @Setting(doc = "For each intent, messages that are about it.")
        Map<String, List<String>> examples,

        @Setting(doc = "Files with more: .csv, .tsv, .jsonl or .json, beside this one.")
        List<Path> from,

        @Setting(doc = "Messages that are about none of the intents; ten or more make the refusals better.")
        List<String> outOfScope,

        @Setting(
                doc =
                        "What messages name besides: an order number, a date, a city. By the name it has among the entities.")
        Map<String, EntitySettings> entities,

        @Setting(value = "UTC", doc = "Where 'tomorrow' is counted from, for dates.")
        ZoneId timeZone) {
    static final String UNKNOWN = "unknown";
    private static final Set<String> RESERVED = Set.of(UNKNOWN, Classification.HAND_OVER);

    public ExamplesSettings {
        examples = Map.copyOf(examples);
        entities = Map.copyOf(entities);
        from = List.copyOf(from);
        outOfScope = List.copyOf(outOfScope);
        examples.forEach((intent, texts) -> check(intent, !texts.isEmpty()));
    }

    static void check(String intent, boolean hasExamples) {
        if (!hasExamples) {
            throw new IllegalArgumentException("the intent '" + intent + "' has no examples");
        }
        if (RESERVED.contains(intent)) {
            throw new IllegalArgumentException("the intent '" + intent + "' has the name of a branch; give it another");
        }
    }
}
