package dev.frontdesk.channel.webchat;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.ChannelContext;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.HttpCall;
import dev.frontdesk.api.channel.HttpEndpoint;
import dev.frontdesk.api.channel.HttpReply;
import dev.frontdesk.api.channel.Outbound;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The chat on the business's own site. There is no provider: the widget talks to our endpoints, and shows the thread from the
 * history, where a message is before it is delivered.
 */
public final class WebChat implements Channel {

    static final int TEXT_LIMIT = 10_000;
    private static final int MOST_TOGETHER = 10;
    private static final int MOST_BUTTONS = 30;
    private static final int LONGEST_LABEL = 80;

    private final Pages pages;
    private final Gate gate;
    private final Posting posting;
    private final Streams streams;
    private final Following following;
    private final Files files;
    private final Uploading uploading;
    private final List<HttpEndpoint> endpoints;

    @Inject
    public WebChat(WebChatSettings settings, ChannelContext context) {
        pages = new Pages(context.id(), settings);
        gate = new Gate(settings, context.clock());
        posting = new Posting(context.intake());
        streams = new Streams(settings.maxStreams());
        following = new Following(context.history(), streams);
        files = new Files(context.history(), context.attachments());
        uploading = new Uploading(posting, context.attachments());
        var all = new ArrayList<HttpEndpoint>(List.of(
                HttpEndpoint.get("widget.js", pages::widget),
                HttpEndpoint.get("frame", pages::frame),
                HttpEndpoint.get("assets/*", pages::asset),
                HttpEndpoint.of("messages", Set.of("GET", "POST"), Posting.MAX_BODY, this::messages),
                HttpEndpoint.get("events", this::events)));
        if (settings.filesPerHour() > 0) {
            all.add(HttpEndpoint.of("file", Set.of("GET", "POST"), Uploading.MOST, this::file));
        } else {
            all.add(HttpEndpoint.get("file", this::file));
        }
        if (settings.demoPage()) {
            all.add(HttpEndpoint.get("demo", pages::demo));
        }
        endpoints = List.copyOf(all);
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.builder()
                .textLimit(TEXT_LIMIT)
                .contentKinds(Content.CHOICE, Content.IMAGE, Content.DOCUMENT)
                .files(TEXT_LIMIT, Files.MOST)
                .albums(MOST_TOGETHER)
                .buttons(MOST_BUTTONS, LONGEST_LABEL)
                .idempotent()
                .build();
    }

    @Override
    public List<HttpEndpoint> endpoints() {
        return endpoints;
    }

    private HttpReply messages(HttpCall call) throws Exception {
        return call.method().equals("POST")
                ? gate.writing(call, visitor -> posting.post(visitor, call.body()))
                : gate.reading(
                        call,
                        visitor -> following.page(visitor, call.query("after").orElse("")));
    }

    private HttpReply file(HttpCall call) throws Exception {
        if (call.method().equals("POST")) {
            return gate.sending(call, visitor -> uploading.post(visitor, call));
        }
        return gate.reading(
                call,
                visitor -> files.of(
                        visitor,
                        call.query("position").orElse(""),
                        call.query("n").orElse("0")));
    }

    private HttpReply events(HttpCall call) throws Exception {
        return gate.reading(
                call, visitor -> following.stream(visitor, call.query("after").orElse("")));
    }

    /** Nothing to do: the message is in the history, which every stream and every reload shows. */
    @Override
    public Delivery deliver(Outbound message) {
        return switch (message.content()) {
            case Content.Text _, Content.Choice _, Content.Media _, Content.Album _ -> new Delivery.Sent("");
            default ->
                new Delivery.Rejected(
                        Delivery.Cause.CONTENT,
                        "the chat cannot show '" + message.content().kind() + "'");
        };
    }

    @Override
    public void typing(Address to) {
        streams.typing(to.identity());
    }

    @Override
    public void close() {
        streams.close();
    }
}
