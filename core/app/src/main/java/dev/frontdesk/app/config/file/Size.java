package dev.frontdesk.app.config.file;

/** How large something is. */
public record Size(long bytes) {

    /** As it is written in a file: the largest unit that needs no fraction. */
    @Override
    public String toString() {
        return bytes % 1_000_000 == 0
                ? bytes / 1_000_000 + "MB"
                : bytes % 1_000 == 0 ? bytes / 1_000 + "kB" : bytes + "B";
    }
}
