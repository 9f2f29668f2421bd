package dev.frontdesk.api.channel;

import dev.frontdesk.api.Value;
import java.time.Instant;
import java.util.List;
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
 * @param letter what only letters have
 */
public record Details(
        Optional<Instant> sentAt,
        Optional<String> name,
        Optional<Locale> language,
        Optional<String> replyTo,
        Optional<String> album,
        Value.Fields more,
        Letter letter) {

    /**
     * What only letters have.
     *
     * @param subject what it is about, in its writer's words
     * @param reference the name under which later letters refer to it ({@code Message-ID})
     * @param automatic why no person wrote it (a vacation notice, a bounce, a mailing list); such a message never opens a
     *     conversation, wakes no workflow and gets no automatic answer
     * @param writer who wrote it, where that is not the person whose thread it belongs to
     * @param others who else got it, besides the person whose thread it is and ourselves; at most 100 are kept
     * @param check what our own server found out about its sender; empty where nobody was asked
     */
    public record Letter(
            Optional<String> subject,
            Optional<String> reference,
            Optional<String> automatic,
            Optional<Participant> writer,
            List<Participant> others,
            Optional<SenderCheck> check) {

        /** No letter. */
        public static final Letter NONE =
                new Letter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

        /** One about whose sender nobody was asked. */
        public Letter(
                Optional<String> subject,
                Optional<String> reference,
                Optional<String> automatic,
                Optional<Participant> writer,
                List<Participant> others) {
            this(subject, reference, automatic, writer, others, Optional.empty());
        }

        /** Copies the list. */
        public Letter {
            others = List.copyOf(others);
        }
    }

    private static final Details NONE = new Details(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Value.Fields(Map.of()));

    /** What everything but a letter has. */
    public Details(
            Optional<Instant> sentAt,
            Optional<String> name,
            Optional<Locale> language,
            Optional<String> replyTo,
            Optional<String> album,
            Value.Fields more) {
        this(sentAt, name, language, replyTo, album, more, Letter.NONE);
    }

    /** Nothing is known. */
    public static Details none() {
        return NONE;
    }

    /** With the provider's time. */
    public Details withSentAt(Instant value) {
        return new Details(Optional.of(value), name, language, replyTo, album, more, letter);
    }

    /** With a name. */
    public Details withName(String value) {
        return new Details(sentAt, Optional.of(value), language, replyTo, album, more, letter);
    }

    /** With a language. */
    public Details withLanguage(Locale value) {
        return new Details(sentAt, name, Optional.of(value), replyTo, album, more, letter);
    }

    /** As an answer to a message. */
    public Details withReplyTo(String value) {
        return new Details(sentAt, name, language, Optional.of(value), album, more, letter);
    }

    /** As part of an album. */
    public Details withAlbum(String value) {
        return new Details(sentAt, name, language, replyTo, Optional.of(value), more, letter);
    }

    /** With these further facts in place of others. */
    public Details withMore(Value.Fields value) {
        return new Details(sentAt, name, language, replyTo, album, value, letter);
    }

    /** As a letter. */
    public Details withLetter(Letter value) {
        return new Details(sentAt, name, language, replyTo, album, more, value);
    }

    /** Why no person wrote it; empty when one did. See {@link Letter#automatic()}. */
    public Optional<String> automatic() {
        return letter.automatic();
    }
}
