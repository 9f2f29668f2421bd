package dev.frontdesk.api.channel;

import java.util.List;
import java.util.Objects;

/**
 * What a message says. Not sealed: later versions add kinds, so a reader needs a {@code default} that uses
 * {@link #plainText()}, which every kind has.
 */
public interface Content {

    /** The {@link #kind()} of {@link Text}. */
    String TEXT = "text";

    /** The {@link #kind()} of {@link Choice}. */
    String CHOICE = "choice";

    /** The {@link #kind()} of {@link Picked}. */
    String PICKED = "picked";

    /** The {@link #kind()} of {@link Unsupported}. */
    String UNSUPPORTED = "unsupported";

    /** The kind, as in {@link Capabilities#contentKinds()}. */
    String kind();

    /** What a person sees where nothing but text can be shown. */
    String plainText();

    /** Plain text. */
    record Text(String plainText) implements Content {
        /** Refuses null. */
        public Text {
            Objects.requireNonNull(plainText);
        }

        @Override
        public String kind() {
            return TEXT;
        }
    }

    /** A text with options to press. */
    record Choice(String plainText, List<Option> options) implements Content {
        /** Copies the options. */
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return CHOICE;
        }
    }

    /**
     * One option of a {@link Choice}.
     *
     * @param token what comes back in {@link Picked}: at most 64 bytes, bound to the run that asked
     * @param label what the person sees
     */
    record Option(String token, String label) {}

    /** A pressed option, inbound only. A press of an option nobody waits for counts as its plain text. */
    record Picked(String token, String plainText) implements Content {
        @Override
        public String kind() {
            return PICKED;
        }
    }

    /** Something the channel knows nothing of: stored and shown as such. {@code what} is the provider's own word for it. */
    record Unsupported(String what, String plainText) implements Content {
        @Override
        public String kind() {
            return UNSUPPORTED;
        }
    }

    /** A text. */
    static Content text(String text) {
        return new Text(text);
    }
}
