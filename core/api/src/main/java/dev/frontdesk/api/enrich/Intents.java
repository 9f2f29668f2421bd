package dev.frontdesk.api.enrich;

import dev.frontdesk.api.workflow.ActionCall;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A classifier as a step's settings name it: {@code classify = intents/help} is the file {@code config/intents/help.conf}. It
 * outlives the classifier behind it, which is replaced when the file changes. Safe for use by many threads.
 *
 * <p>A step asks {@link #of} and, where that is empty, performs {@link #call} and reads its result with
 * {@link Classification#in}.
 */
public interface Intents {

    /** As it is written, {@code intents/help}. */
    String name();

    /** See {@link Classifier#intents}; more or fewer once the file has changed. */
    Set<String> all();

    /** What a text is about, if that can be said at once, see {@link Classifier#local}. */
    Optional<Classification> of(String text, Locale language);

    /** To have it asked outside, once. */
    ActionCall call(String text, Locale language, Duration most);
}
