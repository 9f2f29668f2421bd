package dev.frontdesk.engine.outbox;

import dev.frontdesk.api.MessageId;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Correspondence;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Outbound;
import dev.frontdesk.engine.model.OutboxRow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/**
 * One attempt at one message: the last moment at which its reply window is looked at, for it may have waited across its end. Belongs
 * to one thread.
 */
final class Sending {
    /**
     * @param fallback the form went out, or would have, in place of the message
     * @param capped why it was not tried: the contact had as many automatic answers as they may have; "" when it was
     */
    record Attempt(Delivery delivery, boolean fallback, String capped) {
        Attempt(Delivery delivery, boolean fallback) {
            this(delivery, fallback, "");
        }

        /** A part of a message whose form says it all. */
        boolean needless() {
            return fallback && delivery instanceof Delivery.Sent(var remote) && remote.equals(NEEDLESS);
        }
    }

    private static final String NEEDLESS = "the form says it";

    private final OutboxRow row;
    private final Channel channel;
    private final InstantSource clock;
    private final Past past;

    Sending(OutboxRow row, Channel channel, InstantSource clock, Past past) {
        this.row = row;
        this.channel = channel;
        this.clock = clock;
        this.past = past;
    }

    Attempt attempt() throws InterruptedException {
        String capped = row.automatic() ? capped(channel.capabilities()) : "";
        if (!capped.isEmpty()) {
            return new Attempt(new Delivery.Rejected(Delivery.Cause.OTHER, capped), false, capped);
        }
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

    /** Two machines that answer each other stop here at the latest. */
    private String capped(Capabilities capabilities) {
        long now = clock.millis();
        int hour = capabilities.automaticPerHour();
        int day = capabilities.automaticPerDay();
        if (hour > 0 && past.answered(row, now - Duration.ofHours(1).toMillis()) >= hour) {
            return "the contact had " + hour + " automatic answers within an hour; people go on";
        }
        if (day > 0 && past.answered(row, now - Duration.ofDays(1).toMillis()) >= day) {
            return "the contact had " + day + " automatic answers within a day; people go on";
        }
        return "";
    }

    private boolean closed() {
        var capabilities = channel.capabilities();
        return ReplyWindow.closed(capabilities, row.reach(), clock.millis())
                && ReplyWindow.closed(
                        capabilities,
                        row.reach().heard(past.heard(row.contact(), row.reach().channel())),
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
                Instant.ofEpochMilli(clock.millis()).plus(Dispatcher.DEADLINE).plus(row.transfer()),
                row.automatic(),
                channel.capabilities().letters() ? past.correspondence(row) : Correspondence.NONE);
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
            boolean automatic,
            Correspondence correspondence)
            implements Outbound {}
}
