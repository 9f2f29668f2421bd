package dev.frontdesk.channel.email;

import dev.frontdesk.api.channel.History;
import dev.frontdesk.api.channel.Participant;
import dev.frontdesk.api.channel.Participant.Standing;
import dev.frontdesk.channel.email.EmailSettings.ChangedSubject;
import dev.frontdesk.channel.email.mime.Mail;
import dev.frontdesk.channel.email.mime.Mailbox;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In whose thread a mail belongs. First by the signed token in the address it went to; then by the mails it refers to, then by its
 * subject, but by these only for people who are known in that thread. Whoever merely has one of its mails begins a thread of their
 * own; whoever has a token writes into it, and waits for an agent to let them in.
 */
final class Belonging {
    private static final int MOST_RECIPIENTS = 50;

    private final EmailSettings settings;
    private final Optional<ReplyToken> tokens;
    private final History history;
    private final InstantSource clock;

    Belonging(EmailSettings settings, Optional<ReplyToken> tokens, History history, InstantSource clock) {
        this.settings = settings;
        this.tokens = tokens;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Where a mail belongs.
     *
     * @param identity whose thread it is
     * @param writer who wrote it, where that is somebody else
     * @param proven the person whose thread it is showed a token that only they were given
     */
    record Place(String identity, Optional<Participant> writer, boolean proven) {
        static Place own(String identity) {
            return new Place(identity, Optional.empty(), false);
        }
    }

    Place of(Mail mail, String from, String name) {
        var contact = byToken(mail);
        if (contact.isPresent()) {
            return contact.get().equals(from)
                    ? new Place(from, Optional.empty(), true)
                    : new Place(contact.get(), Optional.of(new Participant(from, name, Standing.PENDING)), false);
        }
        var references = settings.changedSubject() == ChangedSubject.SAME ? references(mail) : List.<String>of();
        var known = history.thread(from, references, Subjects.bare(mail.subject()));
        return known.filter(it -> !it.equals(from))
                .map(it -> new Place(it, Optional.of(new Participant(from, name, Standing.ACTIVE)), false))
                .orElseGet(() -> Place.own(from));
    }

    /** The contact whose token stands in an address of ours that the mail went to. */
    private Optional<String> byToken(Mail mail) {
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        var recipients = Stream.concat(
                Stream.concat(mail.to().stream(), mail.cc().stream()).map(Mailbox::address),
                Stream.of("Delivered-To", "X-Original-To", "Envelope-To")
                        .flatMap(name -> mail.headers().all(name).stream())
                        .map(String::strip));
        return recipients
                .filter(settings::ours)
                .limit(MOST_RECIPIENTS)
                .map(ReplyToken::claim)
                .flatMap(Optional::stream)
                .map(this::proved)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> proved(ReplyToken.Claim claim) {
        return history.addressee(claim.message())
                .map(to -> to.identity())
                .filter(contact -> tokens.orElseThrow().holds(claim, contact, clock.instant()));
    }

    /** The mail it answers, then its thread from the end. */
    private static List<String> references(Mail mail) {
        var all = new ArrayList<>(mail.inReplyTo());
        all.addAll(mail.references().reversed());
        return all.stream().distinct().toList();
    }
}
