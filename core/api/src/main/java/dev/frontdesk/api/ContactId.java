package dev.frontdesk.api;

/** A person who writes to the business. Rises with time. */
public record ContactId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
