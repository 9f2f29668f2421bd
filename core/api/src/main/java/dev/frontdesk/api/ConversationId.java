package dev.frontdesk.api;

/** One conversation from opening to closing. Rises with time. */
public record ConversationId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
