package dev.frontdesk.plugin.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Any system that speaks JSON over HTTP: it posts messages to {@code in} and gets the answers at a URL of its own. */
public final class HookChannel implements Channel, HttpEndpoint {
    private static final String SECRET = "X-Hook-Secret";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final HookSettings settings;
    private final ChannelContext context;

    @Inject
    public HookChannel(HookSettings settings, ChannelContext context) {
        this.settings = settings;
        this.context = context;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.builder().textLimit(10_000).idempotent().build();
    }

    @Override
    public List<HttpEndpoint> endpoints() {
        return List.of(this);
    }

    @Override
    public String path() {
        return "in";
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public int maxBody() {
        return 128 * 1024;
    }

    @Override
    public HttpReply handle(HttpCall call) throws Exception {
        if (call.headerCount(SECRET) != 1
                || !MessageDigest.isEqual(
                        bytes(call.header(SECRET).orElse("")),
                        bytes(settings.secret().reveal()))) {
            return HttpReply.status(401);
        }
        context.intake().accept(Batch.of(read(call.body())));
        return HttpReply.status(200);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Inbound read(byte[] body) {
        var raw = new Raw(body);
        try {
            var in = JSON.readTree(body);
            var details = Details.none().withName(in.path("name").asText());
            var from = Address.of(text(in, "from"));
            return new Inbound.Message(text(in, "id"), from, Content.text(text(in, "text")), details, raw);
        } catch (IOException | IllegalArgumentException unreadable) {
            return new Inbound.Unreadable("unreadable:" + UUID.nameUUIDFromBytes(body), "no message in it", raw);
        }
    }

    private static String text(JsonNode in, String key) {
        var value = in.path(key).textValue();
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("no text in '" + key + "'");
        }
        return value;
    }

    @Override
    public Delivery deliver(Outbound message) throws InterruptedException {
        if (!(message.content() instanceof Content.Text(var text))) {
            return new Delivery.Rejected(Delivery.Cause.CONTENT, "a hook carries only text");
        }
        try {
            var body = JSON.writeValueAsBytes(
                    Map.of("id", message.id().toString(), "to", message.to().identity(), "text", text));
            var request = HttpRequest.newBuilder(settings.url())
                    .header("Content-Type", "application/json")
                    .header(SECRET, settings.secret().reveal())
                    .POST(BodyPublishers.ofByteArray(body))
                    .build();
            var status = context.http()
                    .send(request, 64 * 1024, Duration.ofSeconds(10))
                    .statusCode();
            return switch (status) {
                case 429, 503 -> new Delivery.Later(Duration.ofSeconds(5), true, "asked to slow down");
                case 401, 403 -> new Delivery.Halted("the other side refused the secret");
                case 200, 201, 202, 204 -> new Delivery.Sent("");
                default -> new Delivery.Rejected(Delivery.Cause.OTHER, "the other side answered " + status);
            };
        } catch (HttpGateway.NotSent | HttpGateway.Refused notSent) {
            return new Delivery.Later(Duration.ofSeconds(5), true, "no connection");
        } catch (IOException _) {
            return new Delivery.Unknown("the connection broke");
        }
    }

    @Override
    public void close() {}
}
