package dev.frontdesk.plugin.ai.classify;

import dev.frontdesk.api.enrich.Classification;
import dev.frontdesk.api.enrich.Intents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What goes with asking elsewhere, whoever is asked: nobody is asked for the same words again, and where no answer
 * comes, intents that were learned here answer. Safe for use by many threads.
 */
final class Asking {
    private static final int LONGEST_TEXT = 2_000;

    /** Somebody elsewhere. */
    interface Elsewhere {
        /** Empty when nothing came that can be used. */
        Optional<Classification> answer(String words, Duration most) throws InterruptedException;
    }

    private final Set<String> intents;
    private final Optional<Intents> fallback;
    private final Optional<Elsewhere> elsewhere;
    private final Remembered remembered = new Remembered();

    Asking(Set<String> intents, Optional<Intents> fallback, Optional<Elsewhere> elsewhere) {
        this.intents = Set.copyOf(intents);
        this.fallback = fallback;
        this.elsewhere = elsewhere;
        if (fallback.isPresent() && fallback.get().of("", Locale.ROOT).isEmpty()) {
            throw new IllegalArgumentException(
                    "the fallback " + fallback.get().name() + " is asked elsewhere, too; it must answer at once");
        }
    }

    Classification classify(String text, Locale language, Duration most) throws InterruptedException {
        var words = text.strip();
        words = words.length() <= LONGEST_TEXT ? words : words.substring(0, LONGEST_TEXT);
        if (words.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Classification.unknown();
        }
        var known = remembered.get(words);
        return known.isPresent() ? known.get() : asked(words, language, most);
    }

    /** Only what came from elsewhere is kept: after the fallback the next message asks again. */
    private Classification asked(String words, Locale language, Duration most) throws InterruptedException {
        var said = elsewhere.isEmpty()
                ? Optional.<Classification>empty()
                : elsewhere.get().answer(words, most);
        said.ifPresent(answer -> remembered.put(words, answer));
        return said.or(() ->
                        fallback.flatMap(local -> local.of(words, language)).map(this::ours))
                .orElseThrow(() -> new IllegalStateException("no answer came, and there is no fallback"));
    }

    /** What the fallback says beyond these intents is nothing. */
    private Classification ours(Classification said) {
        if (!said.isHandOver()
                && said.intent().filter(intent -> !intents.contains(intent)).isPresent()) {
            return Classification.unknown();
        }
        var alternatives = new LinkedHashMap<>(said.alternatives());
        alternatives.keySet().retainAll(intents);
        var also = said.also().stream().filter(intents::contains).toList();
        return new Classification(said.intent(), said.probability(), alternatives, also, said.entities());
    }

    List<String> doubts() {
        var doubts = new ArrayList<String>();
        fallback.ifPresent(local -> {
            var missing = new TreeSet<>(intents);
            missing.removeAll(local.all());
            if (!missing.isEmpty()) {
                doubts.add("the fallback " + local.name() + " does not know " + String.join(", ", missing));
            }
        });
        if (elsewhere.isEmpty()) {
            doubts.add("there is no endpoint: the fallback answers everything");
        }
        return doubts;
    }
}
