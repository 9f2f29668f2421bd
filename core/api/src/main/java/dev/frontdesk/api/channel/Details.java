package dev.frontdesk.api.channel;

import dev.frontdesk.api.Value;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What else a provider tells about a message and its sender. All of it is hearsay: unchecked text from outside.
 *
 * @param sentAt the provider's time of the message
 * @param name what the sender calls themselves
 * @param language the sender's language
 * @param replyTo the message this one answers: the {@link Inbound#id()} of theirs, or the {@link Delivery.Sent#remoteId()} of ours
 * @param album what messages that were sent as one have in common; unique within the channel
 * @param more whatever else may be worth a condition or a look ({@code start}, {@code forwarded}, {@code ad}), by name
 */
public record Details(
        Optional<Instant> sentAt,
        Optional<String> name,
        Optional<Locale> language,
        Optional<String> replyTo,
        Optional<String> album,
        Value.Fields more) {

    private static final Details NONE = new Details(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Value.Fields(Map.of()));

    /** Nothing is known. */
    public static Details none() {
        return NONE;
    }

    /** With the provider's time. */
    public Details withSentAt(Instant value) {
        return new Details(Optional.of(value), name, language, replyTo, album, more);
    }

    /** With a name. */
    public Details withName(String value) {
        return new Details(sentAt, Optional.of(value), language, replyTo, album, more);
    }

    /** With a language. */
    public Details withLanguage(Locale value) {
        return new Details(sentAt, name, Optional.of(value), replyTo, album, more);
    }

    /** As an answer to a message. */
    public Details withReplyTo(String value) {
        return new Details(sentAt, name, language, Optional.of(value), album, more);
    }

    /** As part of an album. */
    public Details withAlbum(String value) {
        return new Details(sentAt, name, language, replyTo, Optional.of(value), more);
    }

    /** With these further facts in place of others. */
    public Details withMore(Value.Fields value) {
        return new Details(sentAt, name, language, replyTo, album, value);
    }
}
