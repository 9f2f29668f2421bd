package dev.frontdesk.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.api.ChannelId;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Attachments;
import dev.frontdesk.api.channel.ChannelContext;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.History;
import dev.frontdesk.api.channel.Intake;
import dev.frontdesk.api.service.HttpGateway;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import dev.frontdesk.testkit.channel.Outbounds;
import dev.frontdesk.testkit.whatsapp.FakeWhatsApp;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every kind of request, held against Meta's own OpenAPI by Prism, which installs itself. Left out is what that document of v23.0 does
 * not have: {@code biz_opaque_callback_data} (by its key), {@code recipient}, the read mark with typing, and the place 0 of a button
 * ({@code index} may be 1 to 6 there; Meta's examples use 0). Needs Node and npm.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetaOpenApiTest {
    private static final Path HOME = Path.of("target/prism");
    private static final Address ANN = Address.of("4915112345678");

    private final Watched context = new Watched(new FakeChannelContext("wa"));
    private Process prism;
    private WhatsApp channel;

    /** Notes what was answered with which status. */
    private record Watched(FakeChannelContext fake, List<String> answers, List<Integer> statuses)
            implements ChannelContext, HttpGateway {

        Watched(FakeChannelContext fake) {
            this(fake, new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
        }

        @Override
        public HttpResponse<byte[]> send(HttpRequest request, int maxBytes, Duration most)
                throws IOException, InterruptedException {
            var answer = fake.http().send(request, maxBytes, most);
            statuses.add(answer.statusCode());
            answers.add(request.method() + " " + request.uri().getPath() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
            return answer;
        }

        @Override
        public ChannelId id() {
            return fake.id();
        }

        @Override
        public Intake intake() {
            return fake.intake();
        }

        @Override
        public History history() {
            return fake.history();
        }

        @Override
        public Attachments attachments() {
            return fake.attachments();
        }

        @Override
        public HttpGateway http() {
            return this;
        }

        @Override
        public InstantSource clock() {
            return fake.clock();
        }

        @Override
        public void health(Optional<String> problem) {}
    }

    @BeforeAll
    void serve() throws Exception {
        var document = Optional.ofNullable(System.getenv("FRONTDESK_MATERIAL"))
                .map(material -> Path.of(material, "whatsapp-openapi", "business-messaging-api_v23.0.yaml"))
                .filter(Files::exists);
        Assumptions.assumeTrue(document.isPresent(), "no whatsapp-openapi at FRONTDESK_MATERIAL");
        var install =
                start("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "@stoplight/prism-cli@5.14.2");
        assertThat(install.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(install.exitValue())
                .as(Files.readString(HOME.resolve("log")))
                .isZero();
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        prism = start(
                "node",
                "node_modules/@stoplight/prism-cli/dist/index.js",
                "mock",
                "--errors",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                document.get().toAbsolutePath().toString());
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            }
        });
        var settings =
                Some.settings(URI.create("http://127.0.0.1:" + port), FakeWhatsApp.NUMBER, Optional.empty(), false);
        channel = new WhatsApp(settings, context);
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (channel != null) {
            channel.close();
        }
        if (prism != null) {
            prism.destroy();
            prism.waitFor();
        }
    }

    private static Process start(String... command) throws IOException {
        Files.createDirectories(HOME);
        Files.writeString(HOME.resolve("package.json"), "{\"private\":true}");
        return new ProcessBuilder(command)
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File(HOME.toFile(), "log"))
                .start();
    }

    private Content.Media media(String kind, String type, String caption) {
        var file = context.fake().attachments().put("a.b", type, (kind + type).getBytes(StandardCharsets.UTF_8));
        return new Content.Media(kind, file, caption);
    }

    @Test
    void every_kind_passes() throws Exception {
        var picture = context.fake().attachments().put("a.png", "image/png", new byte[] {1, 2});
        var contents = new ArrayList<Content>(List.of(
                Content.text("Hello"),
                media("image", "image/png", "look"),
                media("video", "video/mp4", "look"),
                media("audio", "audio/mpeg", ""),
                media("voice", "audio/ogg", ""),
                media("document", "application/pdf", "read"),
                media("sticker", "image/webp", ""),
                new Content.Location(37.75, -122.4, "Philz, 101 Forest Ave"),
                new Content.Card("Monica Geller", List.of("+1 666"), "Monica"),
                Outbounds.to(ANN).choice("How?", "A", "B", "C").content(),
                Outbounds.to(ANN).choice("How?", "A", "B", "C", "D").content(),
                new Content.Preset("plain", Locale.US, Map.of(), Optional.empty(), ""),
                new Content.Preset(
                        "filled", Locale.US, Map.of("1", "a", "2", "b", "header", "c"), Optional.empty(), ""),
                new Content.Preset("named", Locale.US, Map.of("first_name", "a"), Optional.of(picture), ""),
                new Content.Preset("pressed", Locale.US, Map.of("1", "a", "button-2", "x"), Optional.empty(), "")));
        for (var content : contents) {
            channel.deliver(Outbounds.to(ANN).content(content));
            passed(content.toString());
            channel.deliver(
                    Outbounds.to(ANN).replyTo(FakeWhatsApp.NUMBER + ":wamid.Q=").content(content));
            passed("a reply: " + content);
        }
    }

    @Test
    void files_and_templates_are_asked_for_as_the_document_says() throws Exception {
        channel.fetch(
                new Content.Remote("2621233374848975", Optional.empty(), "", "", -1), new ByteArrayOutputStream());
        assertThat(context.statuses().getFirst())
                .as(context.answers().toString())
                .isEqualTo(200);
    }

    private void passed(String what) {
        assertThat(context.statuses())
                .as(what + ": " + context.answers())
                .isNotEmpty()
                .allMatch(status -> status == 200);
        context.statuses().clear();
        context.answers().clear();
    }
}
