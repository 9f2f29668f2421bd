package dev.frontdesk.channel.email;

import dev.frontdesk.api.MessageId;
import dev.frontdesk.channel.email.mime.Mail;
import java.util.Optional;

/** The Message-IDs of our mails, {@code fd.<message>.<channel>@<domain>}, and mails that are ours or another Frontdesk's. */
final class OwnMail {
    static final String LOOP = "X-Frontdesk-Loop";

    private static final int BASE = 36;

    private final EmailSettings settings;
    private final String channel;

    OwnMail(EmailSettings settings, String channel) {
        this.settings = settings;
        this.channel = channel;
    }

    /** The same for every attempt, so that a mail that was sent twice is recognised as one. */
    String id(MessageId message) {
        return "fd." + Long.toString(message.value(), BASE) + "." + channel + "@" + settings.domain();
    }

    /** Which message of ours has this Message-ID. */
    Optional<MessageId> message(String id) {
        String end = "." + channel + "@" + settings.domain();
        if (!id.startsWith("fd.") || !id.endsWith(end) || id.length() <= 3 + end.length()) {
            return Optional.empty();
        }
        try {
            var message = new MessageId(Long.parseLong(id.substring(3, id.length() - end.length()), BASE));
            return Optional.of(message).filter(it -> id(it).equals(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Why a mail must not be answered by a machine of ours. */
    Optional<String> loop(Mail mail, String from) {
        if (mail.messageId().flatMap(this::message).isPresent()) {
            return Optional.of("it is a mail of ours");
        }
        boolean marked = mail.headers()
                .first(LOOP)
                .filter(it -> it.strip().equalsIgnoreCase(settings.domain()))
                .isPresent();
        if (marked) {
            return Optional.of("it went through here before");
        }
        return settings.ours(from) ? Optional.of("it comes from our own address") : Optional.empty();
    }
}
