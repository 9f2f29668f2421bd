package dev.frontdesk.api;

/**
 * A configured text with {@code {{name}}} places. One pass, no HTML escaping, and what is filled in is never expanded again.
 * Safe for use by many threads.
 */
public interface Template {

    /** Never throws: a missing value leaves an empty place. */
    String render(Facts facts);

    /** The text as it was written. */
    String source();
}
