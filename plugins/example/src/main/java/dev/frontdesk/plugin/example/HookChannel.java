package dev.frontdesk.plugin.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Batch;
import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.ChannelContext;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Details;
import dev.frontdesk.api.channel.HttpCall;
import dev.frontdesk.api.channel.HttpEndpoint;
import dev.frontdesk.api.channel.HttpReply;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Outbound;
import dev.frontdesk.api.channel.Raw;
import dev.frontdesk.api.service.HttpGateway;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Any system that speaks HTTP: it posts plain text to {@code in} and gets the answers at a URL of its own. */
public record HookChannel(HookSettings settings, ChannelContext context) implements Channel {
    private static final String SECRET = "X-Hook-Secret";

    @Inject
    public HookChannel {}

    @Override
    public Capabilities capabilities() {
        return Capabilities.builder().textLimit(10_000).idempotent().build();
    }

    @Override
    public List<HttpEndpoint> endpoints() {
        return List.of(HttpEndpoint.post("in", 128 * 1024, this::receive));
    }

    private HttpReply receive(HttpCall call) throws Exception {
        var ours = settings.secret().reveal().getBytes(UTF_8);
        var theirs = call.header(SECRET).orElse("").getBytes(UTF_8);
        if (call.headerCount(SECRET) != 1 || !MessageDigest.isEqual(ours, theirs)) {
            return HttpReply.status(401);
        }
        context.intake().accept(Batch.of(read(call)));
        return HttpReply.status(200);
    }

    private static Inbound read(HttpCall call) {
        var id = call.query("id").orElse("");
        var from = call.query("from").orElse("");
        var raw = new Raw(call.body());
        try {
            if (!id.isEmpty() && !from.isEmpty()) {
                var text =
                        UTF_8.newDecoder().decode(ByteBuffer.wrap(raw.bytes())).toString();
                var details = call.query("name").map(Details.none()::withName).orElse(Details.none());
                return new Inbound.Message(id, Address.of(from), Content.text(text), details, raw);
            }
        } catch (CharacterCodingException _) {
            // as unreadable as a message that names no sender
        }
        var why = "no id, no sender or not UTF-8: id '" + id + "', from '" + from + "'";
        return new Inbound.Unreadable("unreadable:" + UUID.randomUUID(), why, raw);
    }

    @Override
    public Delivery deliver(Outbound message) throws InterruptedException {
        if (!(message.content() instanceof Content.Text(var text))) {
            return new Delivery.Rejected(Delivery.Cause.CONTENT, "a hook carries only text");
        }
        var query =
                "?id=" + message.id() + "&to=" + URLEncoder.encode(message.to().identity(), UTF_8);
        var request = HttpRequest.newBuilder(URI.create(settings.url() + query))
                .header("Content-Type", "text/plain; charset=utf-8")
                .header(SECRET, settings.secret().reveal())
                .POST(BodyPublishers.ofString(text))
                .build();
        try {
            var answer = context.http().send(request, 64 * 1024, Duration.ofSeconds(10));
            // A redirect may turn the POST into a GET; then the text was left behind, whatever the answer.
            int status = answer.request().method().equals("POST") ? answer.statusCode() : 302;
            return switch (status) {
                case 401, 403 -> new Delivery.Halted("the other side answered " + status);
                case 429, 503 -> new Delivery.Later(Duration.ofSeconds(5), true, "asked to slow down");
                default ->
                    switch (status / 100) {
                        case 2 -> new Delivery.Sent("");
                        case 4 -> new Delivery.Rejected(Delivery.Cause.OTHER, "the other side answered " + status);
                        default -> new Delivery.Unknown("the other side answered " + status);
                    };
            };
        } catch (HttpGateway.NotSent away) {
            return new Delivery.Later(Duration.ofSeconds(5), true, "not sent: " + away.getMessage());
        } catch (HttpGateway.Refused refused) {
            return new Delivery.Halted("the url is refused: " + refused.getMessage());
        } catch (IOException broken) {
            return new Delivery.Unknown("no whole answer: " + broken.getMessage());
        }
    }
}
