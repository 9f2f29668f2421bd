package dev.frontdesk.api;

/**
 * A configured condition in CEL (https://cel.dev), type-checked when the workflow is loaded. Safe for use by many threads.
 */
public interface Condition {

    /** Never throws: a value that is missing or does not fit makes the comparison false, save for negated ones. */
    boolean test(Facts facts);

    /** The condition as it was written. */
    String source();
}
