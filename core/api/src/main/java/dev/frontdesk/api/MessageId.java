package dev.frontdesk.api;

/** One message, in or out; an outbound message keeps it over all attempts to send it. Rises with time. */
public record MessageId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
