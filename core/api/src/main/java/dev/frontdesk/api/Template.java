package dev.frontdesk.api;

import java.util.Set;

/**
 * A configured text with {@code {{name}}} places. One pass, no HTML escaping, and what is filled in is never expanded again.
 * Safe for use by many threads.
 */
public interface Template {

    /** Never throws: a missing value leaves an empty place. */
    String render(Facts facts);

    /** The text as it was written. */
    String source();

    /** The facts it reads, as paths; those inside a section are not among them, they may be names of its items. */
    Set<String> names();
}
