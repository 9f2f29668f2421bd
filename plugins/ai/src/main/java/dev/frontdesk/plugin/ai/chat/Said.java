package dev.frontdesk.plugin.ai.chat;

import dev.frontdesk.api.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What came back, with what it took.
 *
 * @param confidence how sure it was of its words, 0 to 1; empty when it was not asked or did not tell
 * @param asked what the contact's latest words were when they left the house: without personal data
 * @param passages the files it was given passages of
 * @param hidden how many pieces of personal data were kept back
 * @param unusable why nothing can be made of it, for all that it cost
 */
public record Said(
        String text,
        List<Calling> calls,
        String model,
        long tokensIn,
        long tokensOut,
        BigDecimal cost,
        long millis,
        Optional<BigDecimal> confidence,
        String asked,
        List<String> passages,
        long hidden,
        Optional<Unusable> unusable) {

    /** @param retry whether another attempt may help */
    public record Unusable(String why, boolean retry) {}

    public Said {
        calls = List.copyOf(calls);
        passages = List.copyOf(passages);
    }

    public Value asValue() {
        var fields = Value.EMPTY
                .with("text", Value.of(text))
                .with(
                        "calls",
                        new Value.Items(calls.stream().map(Calling::asValue).toList()))
                .with("model", Value.of(model))
                .with("tokensIn", Value.of(tokensIn))
                .with("tokensOut", Value.of(tokensOut))
                .with("cost", new Value.Num(cost))
                .with("millis", Value.of(millis))
                .with("asked", Value.of(asked))
                .with("passages", Value.ofTexts(passages))
                .with("hidden", Value.of(hidden));
        fields = confidence.isPresent() ? fields.with("confidence", new Value.Num(confidence.get())) : fields;
        return unusable.isPresent()
                ? fields.with("unusable", Value.of(unusable.get().why()))
                        .with("retry", Value.of(unusable.get().retry()))
                : fields;
    }

    /** Empty for what {@link #asValue} never made. */
    public static Optional<Said> from(Value value) {
        if (!(value instanceof Value.Fields fields)
                || !(fields.get("text") instanceof Value.Text(var text))
                || !(fields.get("calls") instanceof Value.Items(var calls))
                || !(fields.get("cost") instanceof Value.Num(var cost))) {
            return Optional.empty();
        }
        var passages = fields.get("passages") instanceof Value.Items(var items)
                ? items.stream().map(Value::asText).toList()
                : List.<String>of();
        return Optional.of(new Said(
                text,
                calls.stream().map(Calling::from).toList(),
                fields.get("model").asText(),
                number(fields.get("tokensIn")),
                number(fields.get("tokensOut")),
                cost,
                number(fields.get("millis")),
                fields.get("confidence") instanceof Value.Num(var sure) ? Optional.of(sure) : Optional.empty(),
                fields.get("asked").asText(),
                passages,
                number(fields.get("hidden")),
                fields.get("unusable") instanceof Value.Text(var why)
                        ? Optional.of(new Unusable(why, fields.get("retry").equals(Value.of(true))))
                        : Optional.empty()));
    }

    private static long number(Value value) {
        return value instanceof Value.Num(var number) ? number.longValue() : 0;
    }
}
