package dev.frontdesk.channel.telegram;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.ChannelContext;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.HttpEndpoint;
import dev.frontdesk.api.channel.Outbound;
import dev.frontdesk.api.channel.Receiver;
import dev.frontdesk.channel.telegram.TelegramSettings.Mode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A Telegram bot and the private chats people have with it, by polling or by webhook. */
public final class Telegram implements Channel {

    private static final int TEXT_LIMIT = 4096;
    private static final int MOST_BUTTONS = 20;
    private static final int LONGEST_LABEL = 64;
    /** So much longer than it should take, a poll is lost. */
    private static final Duration POLL_GRACE = Duration.ofSeconds(10);

    private final BotApi api;
    private final Sending sending;
    private final Courtesies courtesies;
    private final Receiver receiver;
    private final List<HttpEndpoint> endpoints;

    @Inject
    public Telegram(TelegramSettings settings, ChannelContext context) {
        this(settings, context, POLL_GRACE, Thread::sleep);
    }

    /** With time as a test wants it. */
    Telegram(TelegramSettings settings, ChannelContext context, Duration pollGrace, Pause pause) {
        api = new BotApi(settings, settings.pollTimeout().plus(pollGrace));
        sending = new Sending(api, context.clock());
        courtesies = new Courtesies(api);
        var reading = new Reading(settings.bot());
        if (settings.mode() == Mode.POLLING) {
            receiver = new Polling(settings, context, api, reading, courtesies, pause);
            endpoints = List.of();
        } else {
            var hook = new Hook(settings.webhookSecret().orElseThrow(), context.intake(), reading, courtesies);
            receiver = new HookKeeper(settings, context, api, pause);
            endpoints = List.of(HttpEndpoint.post(Hook.PATH, Hook.MAX_BODY, hook::receive));
        }
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.builder()
                .textLimit(TEXT_LIMIT)
                .contentKinds(Content.TEXT, Content.CHOICE)
                .buttons(MOST_BUTTONS, LONGEST_LABEL)
                .build();
    }

    @Override
    public Optional<Receiver> receiver() {
        return Optional.of(receiver);
    }

    @Override
    public List<HttpEndpoint> endpoints() {
        return endpoints;
    }

    @Override
    public Delivery deliver(Outbound message) throws InterruptedException {
        return sending.deliver(message);
    }

    @Override
    public void typing(Address to) {
        courtesies.typing(Sending.chat(to));
    }

    @Override
    public void close() {
        courtesies.close();
        api.close();
    }
}
