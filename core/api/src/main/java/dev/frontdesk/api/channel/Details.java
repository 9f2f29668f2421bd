package dev.frontdesk.api.channel;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What else a provider tells about a message and its sender. All of it is hearsay: unchecked text from outside.
 *
 * @param sentAt the provider's time of the message
 * @param name what the sender calls themselves
 * @param language the sender's language
 * @param replyTo the provider's id of the message this one answers
 */
public record Details(
        Optional<Instant> sentAt, Optional<String> name, Optional<Locale> language, Optional<String> replyTo) {

    private static final Details NONE =
            new Details(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Nothing is known. */
    public static Details none() {
        return NONE;
    }

    /** With a name. */
    public Details withName(String value) {
        return new Details(sentAt, Optional.of(value), language, replyTo);
    }

    /** With a language. */
    public Details withLanguage(Locale value) {
        return new Details(sentAt, name, Optional.of(value), replyTo);
    }
}
