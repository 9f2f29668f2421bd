package dev.frontdesk.plugin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Secret;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.enrich.Enrichment;
import dev.frontdesk.testkit.channel.LoopbackGateway;
import dev.frontdesk.testkit.enrich.EnricherContractTest;
import dev.frontdesk.testkit.workflow.Configured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpEnricherTest implements EnricherContractTest {
    private static final Duration MOST = Duration.ofSeconds(10);

    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = """
            {"customer": {"plan": "gold", "orders": 3, "address": {"city": "Rome", "zip": null}}}
            """;
    private volatile String seen = "";

    @BeforeEach
    void startTheService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.createContext("/silent", _ -> {
            try {
                end.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    @AfterEach
    void stopTheService() {
        end.countDown();
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        seen = String.join(
                " | ",
                exchange.getRequestMethod(),
                String.valueOf(exchange.getRequestURI()),
                String.valueOf(headers.getFirst("Authorization")),
                String.valueOf(headers.getFirst("X-For")));
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private HttpEnricherSettings settings(String path, Optional<Secret> authorization) {
        return new HttpEnricherSettings(
                Configured.template("http://127.0.0.1:" + server.getAddress().getPort() + path),
                authorization,
                Map.of("X-For", Configured.template("{{contact.name}}")),
                Map.of("plan", "/customer/plan", "city", "/customer/address/city", "zip", "/customer/address/zip"),
                Optional.of("/customer"));
    }

    private Enricher at(String path) {
        return new HttpEnricher(settings(path, Optional.of(() -> "Bearer s3cret")), new LoopbackGateway());
    }

    @Override
    public Enricher enricher() {
        return at("/customers/{{contact.email}}");
    }

    @Override
    public Map<String, Value> clear() {
        return Map.of("contact.email", Value.of("ann&co@example.com"), "contact.name", Value.of("Ann\r\nX: y"));
    }

    private Enrichment asked(Enricher enricher) throws InterruptedException {
        return enricher.lookUp(Facts.of(clear()), MOST);
    }

    @Test
    void findsWhatThePointersLeadTo() throws InterruptedException {
        assertThat(asked(enricher()))
                .isEqualTo(new Enrichment.Found(Map.of("plan", Value.of("gold"), "city", Value.of("Rome"))));
        assertThat(seen).isEqualTo("GET | /customers/ann%26co%40example.com | Bearer s3cret | Ann??X: y");
        assertThat(enricher().reads()).containsExactlyInAnyOrder("contact.email", "contact.name");
    }

    @Test
    void findsNobodyWhereTheServiceKnowsNobody() throws InterruptedException {
        for (var empty : new String[] {"{}", "{\"customer\": null}", "{\"customer\": {}}", "[]", ""}) {
            answer = empty;
            assertThat(asked(enricher())).as(empty).isEqualTo(new Enrichment.NotFound());
        }
        status = 404;
        assertThat(asked(enricher())).isEqualTo(new Enrichment.NotFound());
    }

    @Test
    void asksNobodyAboutNobody() throws InterruptedException {
        for (var nobody : new String[] {"", " ", ".", ".."}) {
            var facts = Facts.of(Map.of("contact.email", Value.of(nobody)));
            assertThat(enricher().lookUp(facts, MOST)).isEqualTo(new Enrichment.NotFound());
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void asksAgainOnlyWhatMayHelp() throws InterruptedException {
        for (int mayPass : new int[] {429, 500, 503}) {
            status = mayPass;
            assertThat(asked(enricher())).isEqualTo(new Enrichment.Failed("status " + mayPass, true));
        }
        for (int lasting : new int[] {400, 401, 403}) {
            status = lasting;
            assertThat(asked(enricher())).isEqualTo(new Enrichment.Failed("status " + lasting, false));
        }
        assertThat(at("/silent?e={{contact.email}}").lookUp(Facts.of(clear()), Duration.ofMillis(100)))
                .isEqualTo(new Enrichment.Failed("no answer within 100 ms", true));
    }

    @Test
    void saysWhatCannotBeReadOrSent() throws InterruptedException {
        answer = "<html>";
        var any = new HttpEnricherSettings(
                settings("/", Optional.empty()).url(), Optional.empty(), Map.of(), Map.of("all", ""), Optional.empty());
        assertThat(asked(new HttpEnricher(any, new LoopbackGateway())))
                .isEqualTo(new Enrichment.Failed("the answer is no JSON", false));
        var bad = new HttpEnricher(settings("/", Optional.of(() -> "s3cret\n")), new LoopbackGateway());
        assertThat(asked(bad).toString())
                .contains("the authorization of this enricher has characters no header may have")
                .doesNotContain("s3cret");
        assertThat(enricher().lookUp(Facts.of(Map.of("contact.email", Value.of("a".repeat(9_000)))), MOST))
                .isInstanceOfSatisfying(
                        Enrichment.Failed.class,
                        failed -> assertThat(failed.why()).endsWith("at most 8000 are sent"));
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        var url = Configured.template("https://crm.example/");
        assertThatThrownBy(() -> new HttpEnricherSettings(url, Optional.empty(), Map.of(), Map.of(), Optional.empty()))
                .hasMessageStartingWith("values must say what to find");
        assertThatThrownBy(() -> new HttpEnricherSettings(
                        url, Optional.empty(), Map.of("Authorization", url), Map.of("a", "/a"), Optional.empty()))
                .hasMessage("'Authorization' is not the name of a header one may set");
        assertThatThrownBy(() ->
                        new HttpEnricherSettings(url, Optional.empty(), Map.of(), Map.of("a", "a"), Optional.empty()))
                .hasMessageStartingWith("'a' is no JSON pointer");
    }
}
