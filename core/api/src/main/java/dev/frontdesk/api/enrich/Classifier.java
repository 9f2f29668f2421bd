package dev.frontdesk.api.enrich;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Says what a text is about. One instance for each file under {@code config/intents}, built from the file's settings. The
 * constructor may take its time, to learn from examples: when a file changes, the instance before it answers until the new one is
 * built. Called from many threads at once.
 */
public interface Classifier {

    /** The names it may answer with, but for {@link Classification#HAND_OVER}: steps have a branch for each. */
    Set<String> intents();

    /**
     * True when it answers within a millisecond, without I/O, and the same for the same text: steps then ask it at once, and
     * conditions may, too. Otherwise it is asked outside every transaction, as an action.
     */
    boolean local();

    /**
     * What a text is about. An empty text, a very long one and one in no language are texts, too: they are about nothing known.
     *
     * @param language of the contact, as far as it is known
     * @param most how long the answer may take; a local one need not look
     * @throws InterruptedException at that time; a throw of any kind counts as no answer
     */
    Classification classify(String text, Locale language, Duration most) throws InterruptedException;

    /** What a person should look at again in its settings, a sentence each: shown at the start and by {@code frontdesk check}. */
    default List<String> doubts() {
        return List.of();
    }
}
