package dev.frontdesk.api;

/** A configured channel, by its key in the {@code channels} block. */
public record ChannelId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
