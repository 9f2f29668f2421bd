package dev.frontdesk.channel.whatsapp;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.ChannelContext;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Fetched;
import dev.frontdesk.api.channel.HttpEndpoint;
import dev.frontdesk.api.channel.Outbound;
import dev.frontdesk.api.channel.PresetForm;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A number at the WhatsApp Cloud API and the people who write to it. */
public final class WhatsApp implements Channel {

    private static final Duration WINDOW = Duration.ofHours(24);

    private final WhatsAppSettings settings;
    private final Courtesies courtesies;
    private final Templates templates;
    private final Downloads downloads;
    private final Sending sending;
    private final Hook hook;

    @Inject
    public WhatsApp(WhatsAppSettings settings, ChannelContext context) {
        this.settings = settings;
        var clock = context.clock();
        var keys = new Keys(settings.phoneNumberId());
        var told = new Told();
        var health = new Health(context);
        var graph = new Graph(settings, context.http());
        var rates = new Rates(settings.rate(), clock);
        courtesies = new Courtesies(graph, settings.markRead());
        templates = new Templates(settings, graph, health, context.id().value());
        downloads = new Downloads(settings, graph, health);
        sending = new Sending(
                graph,
                rates,
                new Uploads(graph, context::attachments, clock, settings.fileLimit()),
                templates,
                new Composition(settings, keys),
                keys,
                new Variants(new Messages(keys, told, clock), told, context.intake(), courtesies),
                health);
        hook = new Hook(
                settings,
                context.intake(),
                new Reading(settings.phoneNumberId(), told, clock),
                new Aftermath(settings, keys, told, rates, courtesies, templates, health));
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.builder()
                .textLimit(Composition.TEXT)
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
                        Content.LOCATION,
                        Content.CARD,
                        Content.PRESET)
                .buttons(Composition.BUTTONS, Composition.BUTTON_LABEL)
                .list(Composition.ROWS, Composition.ROW_LABEL)
                .files(Composition.CAPTION, settings.fileLimit())
                .replyWindow(WINDOW)
                .reports()
                .build();
    }

    @Override
    public List<HttpEndpoint> endpoints() {
        return List.of(HttpEndpoint.of(Hook.PATH, Set.of("GET", "POST"), Hook.MAX_BODY, hook::handle));
    }

    @Override
    public Delivery deliver(Outbound message) throws InterruptedException {
        return sending.deliver(message);
    }

    @Override
    public Fetched fetch(Content.Remote file, OutputStream into) throws IOException, InterruptedException {
        return downloads.fetch(file, into);
    }

    @Override
    public List<PresetForm> presets() {
        return templates.presets();
    }

    @Override
    public void typing(Address to) {
        courtesies.typing(to.identity());
    }

    @Override
    public void close() {
        templates.close();
        courtesies.close();
    }
}
