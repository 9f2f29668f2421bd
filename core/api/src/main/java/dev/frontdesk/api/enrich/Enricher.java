package dev.frontdesk.api.enrich;

import dev.frontdesk.api.Facts;
import java.time.Duration;
import java.util.Set;

/**
 * Looks up what is known about a contact. One instance for each block under {@code enrichers}, built from the block's settings;
 * the step {@code enrich} asks it and merges what it found. Called from many threads at once.
 */
public interface Enricher {

    /**
     * The facts it looks at, as paths like {@code contact.email} or {@code order}. It gets these and no others; they are also
     * what its answer is remembered by.
     */
    Set<String> reads();

    /**
     * The names of what it may find, if they are always the same: a step that saves another name is then refused when it is
     * loaded. Empty when that is for its source to say.
     */
    default Set<String> finds() {
        return Set.of();
    }

    /** True when it answers within a millisecond, without I/O, and the same for the same facts: the step then goes on at once. */
    default boolean local() {
        return false;
    }

    /**
     * Looks it up once. A throw counts as {@link Enrichment.Failed} that may be tried again.
     *
     * @param most how long it may take; a local one need not look
     * @throws InterruptedException at that time
     */
    Enrichment lookUp(Facts facts, Duration most) throws InterruptedException;
}
