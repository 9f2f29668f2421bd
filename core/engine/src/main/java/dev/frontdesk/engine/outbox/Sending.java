package dev.frontdesk.engine.outbox;

import dev.frontdesk.api.MessageId;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Outbound;
import dev.frontdesk.engine.model.OutboxRow;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/**
 * One attempt at one message: the last moment at which its reply window is looked at, for it may have waited across its end. Belongs
 * to one thread.
 */
final class Sending {
    /** When somebody wrote last on a channel; asked only when the window seems closed, for they may have written meanwhile. */
    interface LastHeard {
        long at(long contact, String channel);
    }

    /** @param fallback the form went out, or would have, in place of the message */
    record Attempt(Delivery delivery, boolean fallback) {
        /** A part of a message whose form says it all. */
        boolean needless() {
            return fallback && delivery instanceof Delivery.Sent(var remote) && remote.equals(NEEDLESS);
        }
    }

    private static final String NEEDLESS = "the form says it";

    private final OutboxRow row;
    private final Channel channel;
    private final InstantSource clock;
    private final LastHeard heard;

    Sending(OutboxRow row, Channel channel, InstantSource clock, LastHeard heard) {
        this.row = row;
        this.channel = channel;
        this.clock = clock;
        this.heard = heard;
    }

    Attempt attempt() throws InterruptedException {
        boolean always = row.content() instanceof Content.Preset;
        if (!always && closed()) {
            return closed("the time to answer freely is over");
        }
        Delivery delivery = deliver(row.content());
        return !always
                        && delivery instanceof Delivery.Rejected(var cause, var why)
                        && cause == Delivery.Cause.WINDOW_CLOSED
                ? closed(why)
                : new Attempt(delivery, false);
    }

    private boolean closed() {
        var capabilities = channel.capabilities();
        return ReplyWindow.closed(capabilities, row.reach(), clock.millis())
                && ReplyWindow.closed(
                        capabilities,
                        row.reach().heard(heard.at(row.contact(), row.reach().channel())),
                        clock.millis());
    }

    private Attempt closed(String why) throws InterruptedException {
        return switch (row.fallback()) {
            case null -> new Attempt(new Delivery.Rejected(Delivery.Cause.WINDOW_CLOSED, why), false);
            case Content.Preset form -> new Attempt(deliver(form), true);
            default -> new Attempt(new Delivery.Sent(NEEDLESS), true);
        };
    }

    private Delivery deliver(Content content) throws InterruptedException {
        if (content instanceof Content.Preset form) {
            if (!channel.capabilities().contentKinds().contains(Content.PRESET)) {
                return new Delivery.Rejected(
                        Delivery.Cause.CONTENT, "channel '" + row.reach().channel() + "' has no forms");
            }
            var refused = refusal(form);
            if (!refused.isEmpty()) {
                return new Delivery.Rejected(
                        Delivery.Cause.CONTENT, "the form '" + form.name() + "' cannot be sent: " + refused);
            }
        }
        var obstacle = Fit.obstacle(channel.capabilities(), content);
        if (obstacle.isPresent()) {
            return new Delivery.Rejected(Delivery.Cause.CONTENT, obstacle.get());
        }
        var parcel = new Parcel(
                new MessageId(row.id()),
                row.reach().address(),
                Downgrade.to(channel.capabilities(), content),
                Optional.of(row.replyTo()).filter(key -> !key.isEmpty()),
                row.attempt(),
                Instant.ofEpochMilli(clock.millis()).plus(Dispatcher.DEADLINE),
                row.automatic());
        return Objects.requireNonNull(channel.deliver(parcel), "the channel answered nothing");
    }

    private String refusal(Content.Preset form) {
        return channel.presets().stream()
                .filter(known ->
                        known.name().equals(form.name()) && known.language().equals(form.language()))
                .findFirst()
                .flatMap(known -> known.refused())
                .orElse("");
    }

    private record Parcel(
            MessageId id,
            Address to,
            Content content,
            Optional<String> replyTo,
            int attempt,
            Instant deadline,
            boolean automatic)
            implements Outbound {}
}
