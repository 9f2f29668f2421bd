package dev.frontdesk.channel.email;

import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.ChannelContext;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Outbound;
import dev.frontdesk.api.channel.Receiver;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** An address people write to: its mailboxes are read, and answers are sent as mails. */
public final class Email implements Channel {
    private static final int TEXT_LIMIT = 100_000;
    private static final long FILE_LIMIT = 20_000_000;

    private final EmailSettings settings;
    private final Receiver receiver;
    private final Sending sending;
    private final Reading reading;

    @Inject
    public Email(EmailSettings settings, ChannelContext context) {
        this.settings = settings;
        var tokens =
                settings.replyKey().map(key -> new ReplyToken(key, context.id().value()));
        var belonging = new Belonging(settings, tokens, context.history(), context.clock());
        var own = new OwnMail(settings, context.id().value());
        reading = new Reading(settings, context, belonging, own);
        receiver = new Mailrooms(settings.mailboxes(), context, reading);
        sending = new Sending(settings.smtp(), new Composition(settings, context, tokens, own), context.clock());
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.builder()
                .textLimit(TEXT_LIMIT)
                .contentKinds(
                        Content.TEXT,
                        Content.RICH,
                        Content.IMAGE,
                        Content.VIDEO,
                        Content.ANIMATION,
                        Content.AUDIO,
                        Content.VOICE,
                        Content.DOCUMENT,
                        Content.STICKER)
                .files(TEXT_LIMIT, FILE_LIMIT)
                .letters()
                .automatic(settings.automaticPerHour(), settings.automaticPerDay())
                .build();
    }

    /** What the core is told of a mail that lies elsewhere than in a mailbox; its files are kept by this. */
    public List<Inbound> read(byte[] mail) {
        return reading.read(mail, mail.length);
    }

    @Override
    public Delivery deliver(Outbound message) throws InterruptedException {
        return sending.deliver(message);
    }

    @Override
    public Optional<Receiver> receiver() {
        return Optional.of(receiver);
    }

    @Override
    public void close() {
        sending.close();
    }
}
