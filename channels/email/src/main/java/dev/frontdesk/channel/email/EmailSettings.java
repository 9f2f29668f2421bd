package dev.frontdesk.channel.email;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The keys of an {@code email} channel. */
public record EmailSettings(
        @Setting(doc = "The address people write to and get answers from, like support@acme.example")
        String address,

        @Setting(doc = "What stands before the address in what people get, like Acme support")
        Optional<String> name,

        @Setting(doc = "Further addresses that end up here; mail from any of them is never answered")
        List<String> aliases,

        @Setting(doc = "The mailboxes that are read; the same mail in two of them is one message")
        List<MailboxSettings> mailboxes,

        @Setting(doc = "Where mails are sent through") SmtpSettings smtp,

        @Setting(
                doc = "A secret of 16 characters or more that signs the address replies go to"
                        + " (support+token@acme.example); without it replies are told by their references alone")
        Optional<Secret> replyKey,

        @Setting(
                doc =
                        "The name under which your own mail server states in Authentication-Results what it found out about"
                                + " a sender; without it such statements are ignored, for anybody can write them")
        Optional<String> authservId,

        @Setting(
                value = "same",
                doc =
                        "What another participant's mail with another subject is: same, part of the thread it refers to, or"
                                + " new, a conversation of their own")
        ChangedSubject changedSubject,

        @Setting(
                value = "1",
                doc =
                        "How many of a contact's mails the bot answers within an hour; then people go on. Raise it for a bot"
                                + " that asks one question after the other, 0 for no limit")
        int automaticPerHour,

        @Setting(value = "5", doc = "As automatic-per-hour, within a day")
        int automaticPerDay,

        @Setting(value = "true", doc = "Whether an agent's reply carries what it answers below it")
        boolean quote) {

    /** What a mail with another subject is. */
    public enum ChangedSubject {
        /** Part of the thread it refers to. */
        SAME,
        /** A conversation of its own. */
        NEW
    }

    /** Refuses what cannot work, or could not be safe. */
    public EmailSettings {
        aliases = List.copyOf(aliases);
        mailboxes = List.copyOf(mailboxes);
        require(Addresses.valid(address), "address: must be like support@acme.example, not " + address);
        aliases.forEach(it -> require(Addresses.valid(it), "aliases: must be like info@acme.example, not " + it));
        require(!mailboxes.isEmpty(), "mailboxes: at least one is needed, or nothing comes in");
        require(
                mailboxes.stream().map(MailboxSettings::key).distinct().count() == mailboxes.size(),
                "mailboxes: the same folder of the same account stands there twice");
        replyKey.ifPresent(key -> require(
                key.reveal().length() >= 16, "reply-key: must have 16 characters or more, or it can be guessed"));
        require(automaticPerHour >= 0, "automatic-per-hour: must be 0 or more, not " + automaticPerHour);
        require(automaticPerDay >= 0, "automatic-per-day: must be 0 or more, not " + automaticPerDay);
    }

    /** Whether it is one of our own addresses, with or without a token. */
    boolean ours(String other) {
        String plain = Addresses.withoutPlus(other).toLowerCase(Locale.ROOT);
        return plain.equals(Addresses.withoutPlus(address).toLowerCase(Locale.ROOT))
                || other.equalsIgnoreCase(address)
                || aliases.stream().anyMatch(alias -> alias.equalsIgnoreCase(other) || alias.equalsIgnoreCase(plain));
    }

    String domain() {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
