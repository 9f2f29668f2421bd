package dev.frontdesk.api.channel;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What a provider can carry. Immutable; made by {@link #builder()}. */
public interface Capabilities {

    /** The longest text of one message in UTF-16 units; longer ones are split at a word boundary into several messages. */
    int textLimit();

    /** The {@link Content#kind() kinds} of content the channel takes; others are downgraded to text. {@code text} is always in. */
    Set<String> contentKinds();

    /** How many buttons a choice may have. 0: no buttons. */
    int buttons();

    /** The longest label of a button in UTF-16 units. */
    int buttonLabel();

    /** How many rows a list may have; a choice with more options than buttons becomes a list, with more than rows numbered text. 0: no lists. */
    int listRows();

    /** The longest label of a row in UTF-16 units. */
    int listLabel();

    /** The longest caption of a file in UTF-16 units; a longer one follows as a text of its own. */
    int captionLimit();

    /** The largest file that can be sent, in bytes; a larger one is refused before the provider is asked. */
    long fileLimit();

    /**
     * How many files can go as one {@link Content.Album}; below 2: none, and each file is a message of its own. An album holds
     * pictures and films, or recordings, or documents: the core sends what does not go together one after the other.
     */
    int album();

    /** How long after the contact's last message a free reply is allowed; empty: always. */
    Optional<Duration> replyWindow();

    /** True when sending the same message twice is harmless because the receiver knows it by its id. */
    boolean idempotent();

    /** True when the provider reports what became of a message: a send whose fate is unknown waits for that. */
    boolean reports();

    /** True when its messages are letters: they quote, and others get copies; see {@link Outbound#correspondence()}. */
    default boolean letters() {
        return false;
    }

    /** How many answers no person wrote one contact gets in an hour; 0: as many as there are. All that answers one message is one. */
    default int automaticPerHour() {
        return 0;
    }

    /** As {@link #automaticPerHour()}, in 24 hours. */
    default int automaticPerDay() {
        return 0;
    }

    /** A builder for a channel that carries plain text of 4,096 units only. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects capabilities. Not safe for use by several threads. */
    final class Builder {
        private int textLimit = 4096;
        private Set<String> contentKinds = Set.of(Content.TEXT);
        private int buttons;
        private int buttonLabel = 20;
        private int listRows;
        private int listLabel = 24;
        private int captionLimit = 1024;
        private long fileLimit = 20_000_000;
        private int album;
        private Optional<Duration> replyWindow = Optional.empty();
        private boolean idempotent;
        private boolean reports;
        private boolean letters;
        private int automaticPerHour;
        private int automaticPerDay;

        private Builder() {}

        /** See {@link Capabilities#textLimit()}; at least 1. */
        public Builder textLimit(int units) {
            if (units < 1) {
                throw new IllegalArgumentException("text limit " + units + " is below 1");
            }
            textLimit = units;
            return this;
        }

        /** See {@link Capabilities#contentKinds()}. */
        public Builder contentKinds(String... kinds) {
            var all = new java.util.HashSet<>(Set.of(kinds));
            all.add(Content.TEXT);
            contentKinds = Set.copyOf(all);
            return this;
        }

        /** See {@link Capabilities#buttons()} and {@link Capabilities#buttonLabel()}. */
        public Builder buttons(int most, int label) {
            buttons = most;
            buttonLabel = label;
            return this;
        }

        /** See {@link Capabilities#listRows()} and {@link Capabilities#listLabel()}. */
        public Builder list(int rows, int label) {
            listRows = rows;
            listLabel = label;
            return this;
        }

        /** See {@link Capabilities#captionLimit()} and {@link Capabilities#fileLimit()}. */
        public Builder files(int caption, long bytes) {
            captionLimit = caption;
            fileLimit = bytes;
            return this;
        }

        /** See {@link Capabilities#album()}. */
        public Builder albums(int most) {
            album = most;
            return this;
        }

        /** See {@link Capabilities#replyWindow()}. */
        public Builder replyWindow(Duration window) {
            replyWindow = Optional.of(window);
            return this;
        }

        /** See {@link Capabilities#idempotent()}. */
        public Builder idempotent() {
            idempotent = true;
            return this;
        }

        /** See {@link Capabilities#reports()}. */
        public Builder reports() {
            reports = true;
            return this;
        }

        /** See {@link Capabilities#letters()}. */
        public Builder letters() {
            letters = true;
            return this;
        }

        /** See {@link Capabilities#automaticPerHour()} and {@link Capabilities#automaticPerDay()}. */
        public Builder automatic(int perHour, int perDay) {
            automaticPerHour = perHour;
            automaticPerDay = perDay;
            return this;
        }

        /** The finished capabilities. */
        public Capabilities build() {
            return new Stated(
                    textLimit,
                    contentKinds,
                    buttons,
                    buttonLabel,
                    listRows,
                    listLabel,
                    captionLimit,
                    fileLimit,
                    album,
                    replyWindow,
                    idempotent,
                    reports,
                    letters,
                    automaticPerHour,
                    automaticPerDay);
        }
    }

    /** How {@link Builder} keeps them; not for use elsewhere. */
    record Stated(
            int textLimit,
            Set<String> contentKinds,
            int buttons,
            int buttonLabel,
            int listRows,
            int listLabel,
            int captionLimit,
            long fileLimit,
            int album,
            Optional<Duration> replyWindow,
            boolean idempotent,
            boolean reports,
            boolean letters,
            int automaticPerHour,
            int automaticPerDay)
            implements Capabilities {}
}
