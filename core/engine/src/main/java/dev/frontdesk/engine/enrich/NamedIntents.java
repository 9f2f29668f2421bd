package dev.frontdesk.engine.enrich;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Classification;
import dev.frontdesk.api.enrich.Classifier;
import dev.frontdesk.api.enrich.Intents;
import dev.frontdesk.api.workflow.ActionCall;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A name in the configuration and the classifier that answers to it now. */
public final class NamedIntents implements Intents {
    /** What a person writes about fits; what is longer is a document. */
    private static final int LONGEST = 10_000;

    /** A local one has no reason to look at it. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(NamedIntents.class);

    private final String name;
    private volatile State state;

    /** @param handOver whether a contact who asks for a person is noticed before the classifier is asked */
    private record State(Classifier classifier, boolean handOver) {}

    public NamedIntents(String name, Classifier classifier, boolean handOver) {
        this.name = name;
        this.state = new State(classifier, handOver);
    }

    @Override
    public String name() {
        return name;
    }

    /** From now on this one answers. */
    public void replace(NamedIntents newer) {
        state = newer.state;
    }

    @Override
    public Set<String> all() {
        return state.classifier().intents();
    }

    @Override
    public Optional<Classification> of(String text, Locale language) {
        var now = state;
        if (now.handOver() && Person.isAskedFor(text)) {
            return Optional.of(Classification.of(Classification.HAND_OVER, 1));
        }
        return now.classifier().local() ? Optional.of(answered(now.classifier(), text, language)) : Optional.empty();
    }

    private Classification answered(Classifier now, String text, Locale language) {
        try {
            return Objects.requireNonNull(now.classify(shortened(text), language, AT_ONCE), "it answered nothing");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Classification.unknown();
        } catch (Throwable e) {
            if (e instanceof VirtualMachineError && !(e instanceof StackOverflowError)) {
                throw e; // not the classifier's fault
            }
            log.warn("{} failed on a text of {} characters; it counts as about nothing known", name, text.length(), e);
            return Classification.unknown();
        }
    }

    @Override
    public ActionCall call(String text, Locale language, Duration most) {
        var input = Value.EMPTY
                .with("intents", Value.of(name))
                .with("text", Value.of(shortened(text)))
                .with("language", Value.of(language.toLanguageTag()));
        return new ActionCall(ClassifyAction.NAME, input, most, 1);
    }

    Classification asked(String text, Locale language, Duration most) throws InterruptedException {
        return Objects.requireNonNull(state.classifier().classify(text, language, most), "it answered nothing");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
