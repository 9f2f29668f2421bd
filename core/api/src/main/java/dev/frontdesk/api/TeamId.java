package dev.frontdesk.api;

/** A team, by its key in the {@code teams} block. */
public record TeamId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
