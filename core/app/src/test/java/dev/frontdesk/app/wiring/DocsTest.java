package dev.frontdesk.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.Guice;
import com.sun.net.httpserver.HttpServer;
import dev.frontdesk.app.plugin.BuiltIns;
import dev.frontdesk.app.plugin.Plugin;
import dev.frontdesk.plugin.example.ExamplePlugin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages under docs show of configuration and of HTTP is what this Frontdesk takes. Their Java is compiled beside its sources. */
class DocsTest {
    private static final Path DOCS = Path.of("../../docs");
    private static final String FENCE = "```";
    private static final String SECRET = "hook-secret-of-the-docs";
    private static final String BASE = """
            http { port = 0 }
            http-client { allow = ["127.0.0.1"] }
            fields { email = text, orders = number, since = time, plan = text, phone = text }
            enrichers { customers { type = table, file = "customers.csv", key = email, by = contact.email } }
            close { categories = [Answered, Spam] }
            default-team = support
            teams { support { members = [ann] }, sales { members = [ann] } }
            """;

    /** What the pages take from the environment. */
    private static final Map<String, String> ENVIRONMENT = Map.ofEntries(
            Map.entry("HOOK_SECRET", SECRET),
            Map.entry("FRONTDESK_STORE_PASSWORD", "of the docs"),
            Map.entry("CRM_TOKEN", "Bearer of the docs"),
            Map.entry("SHOP_PASSWORD", "of the docs"),
            Map.entry("TELEGRAM_TOKEN", "123456:docs"),
            Map.entry("TELEGRAM_WEBHOOK_SECRET", "docs"),
            Map.entry("WHATSAPP_PHONE_NUMBER_ID", "106540352242922"),
            Map.entry("WHATSAPP_BUSINESS_ACCOUNT_ID", "102290129340398"),
            Map.entry("WHATSAPP_ACCESS_TOKEN", "docs"),
            Map.entry("WHATSAPP_APP_SECRET", "docs"),
            Map.entry("WHATSAPP_VERIFY_TOKEN", "docs"),
            Map.entry("MAIL_PASSWORD", "docs"),
            Map.entry("MAIL_REPLY_KEY", "a key of the docs"),
            Map.entry("MODEL_KEY", "docs"),
            Map.entry("CLINIC_TOKEN", "docs"),
            Map.entry("CLINIC_APP_SECRET", "docs"),
            Map.entry("CLINIC_VERIFY_TOKEN", "docs"));

    @TempDir
    Path folder;

    @Test
    void every_kind_of_block_is_known_to_a_test() throws IOException {
        assertThat(pages().flatMap(page -> kinds(page).stream()).distinct()).isSubsetOf("java", "hocon", "http", "");
    }

    @Test
    void every_hocon_block_is_a_sound_configuration() throws IOException {
        var blocks = pages().flatMap(page -> blocks(page, "hocon").stream()).toList();
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(3);
        for (String block : blocks) {
            if (block.startsWith("scenarios")) {
                continue; // ScenarioDocsTest plays them
            }
            boolean intents = block.startsWith("examples") || block.startsWith("type");
            Files.writeString(
                    Files.createDirectories(folder.resolve("config/intents")).resolve("shown.conf"),
                    intents ? block : "examples { a = [\"one two\"], b = [\"three four\"] }");
            boolean workflow = block.startsWith("steps") || block.startsWith("name") || block.startsWith("on ");
            var outcome =
                    prepare(workflow || intents ? "" : block, workflow ? block : "steps = [ { send = \"Hello\" } ]");
            assertThat(outcome).as(block).isInstanceOf(Preparation.Outcome.Ready.class);
        }
    }

    @Test
    void the_http_of_the_channel_tutorial_goes_in_and_out_as_shown() throws Exception {
        var shown = blocks(DOCS.resolve("write-a-channel.md"), "http");
        assertThat(shown).hasSize(2);
        var heard = new ConcurrentLinkedQueue<String>();
        var provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/answers", exchange -> {
            var headers = exchange.getRequestHeaders();
            heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\nContent-Type: "
                    + headers.getFirst("Content-Type") + "\nX-Hook-Secret: " + headers.getFirst("X-Hook-Secret")
                    + "\n\n"
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        provider.start();
        var url = "http://127.0.0.1:" + provider.getAddress().getPort() + "/answers";
        var channel = blocks(DOCS.resolve("write-a-channel.md"), "hocon")
                .getFirst()
                .replace("https://orders.example/answers", url);
        var outcome = prepare(channel, "steps = [ { send = \"It left us this morning.\" } ]");
        var prepared = ((Preparation.Outcome.Ready) outcome).prepared();
        var running = House.start(Guice.createInjector(House.modules(prepared)), prepared);
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request(shown.getFirst(), running.port()), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
            await().until(() -> !heard.isEmpty());
            assertThat(heard.peek().replaceFirst("id=\\d+", "id=81926").replace(SECRET, "…"))
                    .isEqualTo(shown.getLast().strip());
        } finally {
            running.close();
            provider.stop(0);
        }
    }

    private static HttpRequest request(String shown, int port) {
        var lines = shown.lines().toList();
        var first = lines.getFirst().split(" ");
        var secret = lines.get(1).split(": ");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + first[1]))
                .header(secret[0], secret[1].replace("…", SECRET))
                .method(first[0], BodyPublishers.ofString(lines.getLast()))
                .build();
    }

    private Preparation.Outcome prepare(String configuration, String workflow) throws IOException {
        var config = Files.createDirectories(folder.resolve("config"));
        Files.createDirectories(config.resolve("workflows"));
        Files.createDirectories(config.resolve("knowledge"));
        Files.writeString(config.resolve("knowledge/returns.md"), "Goods can be returned within 30 days.");
        Files.writeString(config.resolve("frontdesk.conf"), BASE + configuration);
        Files.writeString(config.resolve("people.conf"), "agents { ann {}, bob {}, cat {} }");
        Files.createDirectories(config.resolve("intents"));
        Files.writeString(
                config.resolve("intents/help.conf"),
                blocks(DOCS.resolve("intent.md"), "hocon").getFirst());
        Files.writeString(config.resolve("customers.csv"), "email,plan,city\nann@example.com,gold,Rome\n");
        Files.writeString(config.resolve("workflows/shown.conf"), "on = conversation-opened\n" + workflow);
        var plugins = new ArrayList<>(BuiltIns.all());
        plugins.add(new Plugin("example", new ExamplePlugin(), "its sources"));
        var folders = new Folders(config, folder.resolve("data"));
        return Preparation.prepare(folders, ENVIRONMENT, InstantSource.system(), plugins);
    }

    private static Stream<Path> pages() throws IOException {
        try (var files = Files.walk(DOCS)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        }
    }

    private static List<String> kinds(Path page) {
        var kinds = new ArrayList<String>();
        boolean open = false;
        for (String line : read(page).split("\n")) {
            if (line.startsWith(FENCE)) {
                if (!open) {
                    kinds.add(line.substring(FENCE.length()));
                }
                open = !open;
            }
        }
        return kinds;
    }

    private static List<String> blocks(Path page, String kind) {
        var blocks = new ArrayList<String>();
        String text = read(page);
        String opening = FENCE + kind + "\n";
        for (int at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at + 1)) {
            int start = at + opening.length();
            blocks.add(text.substring(start, text.indexOf(FENCE, start)));
        }
        return blocks;
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
