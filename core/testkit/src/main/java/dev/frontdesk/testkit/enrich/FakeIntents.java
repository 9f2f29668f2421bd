package dev.frontdesk.testkit.enrich;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Classification;
import dev.frontdesk.api.enrich.Intents;
import dev.frontdesk.api.workflow.ActionCall;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Intents for tests of a step: each text that was told has its answer, every other is about nothing known. Immutable.
 *
 * @param answers by the whole text
 * @param local whether it answers at once, or only as the action {@code classify}
 */
public record FakeIntents(String name, Set<String> all, Map<String, Classification> answers, boolean local)
        implements Intents {

    /** Copies the collections. */
    public FakeIntents {
        all = Set.copyOf(all);
        answers = Map.copyOf(answers);
    }

    /** Answers at once; nothing is told yet. */
    public static FakeIntents of(String... all) {
        return new FakeIntents("intents/fake", Set.of(all), Map.of(), true);
    }

    /** A text and what it is about. */
    public FakeIntents saying(String text, Classification about) {
        var more = new HashMap<>(answers);
        more.put(text, about);
        return new FakeIntents(name, all, more, local);
    }

    /** The same, asked elsewhere. */
    public FakeIntents elsewhere() {
        return new FakeIntents(name, all, answers, false);
    }

    @Override
    public Optional<Classification> of(String text, Locale language) {
        return local ? Optional.of(answer(text)) : Optional.empty();
    }

    /** What was told about a text. */
    public Classification answer(String text) {
        return answers.getOrDefault(text, Classification.unknown());
    }

    @Override
    public ActionCall call(String text, Locale language, Duration most) {
        return new ActionCall("classify", Value.EMPTY.with("text", Value.of(text)), most, 1);
    }
}
