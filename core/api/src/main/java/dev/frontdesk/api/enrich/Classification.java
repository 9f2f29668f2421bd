package dev.frontdesk.api.enrich;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.ActionResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a text is about.
 *
 * @param intent the likeliest, {@link #HAND_OVER}, or empty when it is about nothing known
 * @param probability that this is right, 0 to 1: of a hundred answers with 0.8, eighty are
 * @param alternatives the next likeliest by falling probability, without the intent itself
 * @param also further intents of the same text, in the order they are spoken of: "cancel my order, and where is my refund?"
 * @param entities what the text names, by kind: an order number, a date, a city
 */
public record Classification(
        Optional<String> intent,
        double probability,
        Map<String, Double> alternatives,
        List<String> also,
        Map<String, Value> entities) {

    /** The intent of a contact who asks for a person. */
    public static final String HAND_OVER = "handover";

    private static final int PLACES = 3;

    /** Copies the collections and keeps their order. */
    public Classification {
        alternatives = Collections.unmodifiableMap(new LinkedHashMap<>(alternatives));
        also = List.copyOf(also);
        entities = Collections.unmodifiableMap(new LinkedHashMap<>(entities));
    }

    /** About nothing known. */
    public static Classification unknown() {
        return new Classification(Optional.empty(), 0, Map.of(), List.of(), Map.of());
    }

    /** About this alone. */
    public static Classification of(String intent, double probability) {
        return new Classification(Optional.of(intent), probability, Map.of(), List.of(), Map.of());
    }

    /** True when the contact asks for a person. */
    public boolean isHandOver() {
        return intent.filter(HAND_OVER::equals).isPresent();
    }

    /** For a variable or the result of an action: {@code intent, probability, alternatives, also, entities}. */
    public Value.Fields asValue() {
        var others = Value.EMPTY;
        for (var other : alternatives.entrySet()) {
            others = others.with(other.getKey(), rounded(other.getValue()));
        }
        return Value.EMPTY
                .with("intent", Value.of(intent.orElse("")))
                .with("probability", rounded(probability))
                .with("alternatives", others)
                .with("also", Value.ofTexts(also))
                .with("entities", new Value.Fields(entities));
    }

    private static Value rounded(double number) {
        return new Value.Num(BigDecimal.valueOf(number).setScale(PLACES, RoundingMode.HALF_UP));
    }

    /** What came of {@link Intents#call}; {@link #unknown} when nothing did. */
    public static Classification in(ActionResult result) {
        return result instanceof ActionResult.Ok(var value) ? from(value) : unknown();
    }

    /** What {@link #asValue} made; {@link #unknown} for anything else. */
    public static Classification from(Value value) {
        if (!(value instanceof Value.Fields fields)) {
            return unknown();
        }
        var alternatives = new LinkedHashMap<String, Double>();
        if (fields.get("alternatives") instanceof Value.Fields(var others)) {
            others.forEach((intent, probability) -> alternatives.put(intent, number(probability)));
        }
        return new Classification(
                Optional.of(fields.get("intent").asText()).filter(intent -> !intent.isEmpty()),
                number(fields.get("probability")),
                alternatives,
                fields.get("also") instanceof Value.Items(var also)
                        ? also.stream().map(Value::asText).toList()
                        : List.of(),
                fields.get("entities") instanceof Value.Fields(var entities) ? entities : Map.of());
    }

    private static double number(Value value) {
        return value instanceof Value.Num(var number) ? number.doubleValue() : 0;
    }
}
