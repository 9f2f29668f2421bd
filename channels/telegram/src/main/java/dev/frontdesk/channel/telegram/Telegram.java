package dev.frontdesk.channel.telegram;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.ChannelContext;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Fetched;
import dev.frontdesk.api.channel.HttpEndpoint;
import dev.frontdesk.api.channel.Outbound;
import dev.frontdesk.api.channel.Receiver;
import dev.frontdesk.channel.telegram.TelegramSettings.Mode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A Telegram bot and the people who write to it, by polling or by webhook. */
public final class Telegram implements Channel {

    private static final int TEXT_LIMIT = 4096;
    private static final int MOST_TOGETHER = 10;
    private static final int MOST_BUTTONS = 20;
    private static final int LONGEST_LABEL = 64;
    private static final int LONGEST_CAPTION = 1024;
    private static final long CLOUD_UPLOAD = 50_000_000;
    private static final long LOCAL_UPLOAD = 2_000_000_000;
    /** So much longer than it should take, a poll is lost. */
    private static final Duration POLL_GRACE = Duration.ofSeconds(10);

    private final BotApi api;
    private final Sending sending;
    private final Fetching fetching;
    private final long fileLimit;
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
        fileLimit = settings.localServer() ? LOCAL_UPLOAD : CLOUD_UPLOAD;
        var pace = new Pace(
                context.clock(), settings.chatPerMinute(), settings.groupPerMinute(), settings.accountPerSecond());
        sending = new Sending(
                api, new Keys(settings.bot()), context::attachments, fileLimit, pace, new Refusals(context.clock()));
        fetching = new Fetching(api, settings);
        courtesies = new Courtesies(api);
        var reading = new Reading(settings.bot(), settings.groups());
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
                .contentKinds(
                        Content.TEXT,
                        Content.CHOICE,
                        Content.IMAGE,
                        Content.VIDEO,
                        Content.ANIMATION,
                        Content.AUDIO,
                        Content.VOICE,
                        Content.DOCUMENT,
                        Content.STICKER,
                        Form.VIDEO_NOTE,
                        Content.LOCATION,
                        Content.CARD)
                .albums(MOST_TOGETHER)
                .buttons(MOST_BUTTONS, LONGEST_LABEL)
                .files(LONGEST_CAPTION, fileLimit)
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
    public Fetched fetch(Content.Remote file, OutputStream into) throws IOException, InterruptedException {
        return fetching.fetch(file, into);
    }

    @Override
    public void typing(Address to) {
        Place.of(to).ifPresent(courtesies::typing);
    }

    @Override
    public void close() {
        courtesies.close();
        api.close();
    }
}
