package dev.frontdesk.plugin.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.ActionCall;
import dev.frontdesk.api.workflow.ActionResult;
import dev.frontdesk.testkit.channel.LoopbackGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpRequestActionTest {
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpRequestAction action = new HttpRequestAction(
            new HttpRequestSettings(Map.of("crm", () -> "Bearer s3cret", "bad", () -> "s3cret\n")),
            new LoopbackGateway());
    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "{}";
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
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen = String.join(
                " | ",
                exchange.getRequestMethod(),
                String.valueOf(exchange.getRequestURI()),
                String.valueOf(headers.getFirst("Authorization")),
                String.valueOf(headers.getFirst("Idempotency-Key")),
                body);
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Http to(String path) {
        return Http.to("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private ActionResult perform(Http http) throws InterruptedException {
        var input = Call.of(http.settings(), Facts.none()).asValue();
        return action.perform(new ActionCall("http-request", input, Duration.ofSeconds(20), 3), "run:1:2");
    }

    @Test
    void sendsWhatTheStepSaysAndTheSecretItNames() throws InterruptedException {
        perform(to("/a?b=c").method(Method.PUT).body("{\"x\": 1}").authorization("crm"));
        assertThat(seen).isEqualTo("PUT | /a?b=c | Bearer s3cret | null | {\"x\": 1}");
        perform(to("/").method(Method.POST).idempotencyKey());
        assertThat(seen).isEqualTo("POST | / | null | run:1:2 | ");
    }

    @Test
    void neverShowsASecret() throws InterruptedException {
        assertThat(perform(to("/").authorization("bad")).toString())
                .contains("has characters no header may have")
                .doesNotContain("s3cret");
        assertThat(perform(to("/").authorization("none")))
                .isEqualTo(new ActionResult.Failed("failed: actions.http-request.authorizations has no 'none'", false));
    }

    @Test
    void picksValuesOfEveryKind() throws InterruptedException {
        answer = "{\"a\": {\"b\": [\"x\", 2.50, true, null]}, \"huge\": 1e999999999, \"none\": null}";
        var result = perform(to("/").save("list", "/a/b")
                .save("first", "/a/b/0")
                .save("amount", "/a/b/1")
                .save("huge", "/huge")
                .save("missing", "/nowhere", Value.of(0))
                .save("none", "/none", Value.of("-")));
        assertThat(((ActionResult.Ok) result).value())
                .isEqualTo(new Value.Fields(Map.of(
                        "list",
                        new Value.Items(List.of(
                                Value.of("x"),
                                new Value.Num(new java.math.BigDecimal("2.5")),
                                Value.of(true),
                                Value.NIL)),
                        "first",
                        Value.of("x"),
                        "amount",
                        new Value.Num(new java.math.BigDecimal("2.5")),
                        "huge",
                        Value.of("1E+999999999"),
                        "missing",
                        Value.of(0),
                        "none",
                        Value.of("-"))));
    }

    @Test
    void saysWhenTheAnswerDoesNotHoldWhatIsWanted() throws InterruptedException {
        for (var odd : List.of("", "not json", "{}", "[1]", "{\"plan\": null}", "[".repeat(100_000))) {
            answer = odd;
            assertThat(perform(to("/").save("plan", "/plan")))
                    .isEqualTo(new ActionResult.Failed("mapping-error: the answer has nothing at '/plan'", false));
            assertThat(perform(to("/"))).isEqualTo(new ActionResult.Ok(Value.EMPTY));
        }
    }

    @Test
    void triesAgainOnlyWhatMayBeRepeated() throws InterruptedException {
        status = 503;
        assertThat(perform(to("/"))).isEqualTo(new ActionResult.Failed("server-error: status 503", true));
        assertThat(perform(to("/").method(Method.POST)))
                .isEqualTo(new ActionResult.Failed("server-error: status 503", false));
        assertThat(perform(to("/").method(Method.POST).idempotencyKey()))
                .isEqualTo(new ActionResult.Failed("server-error: status 503", true));
        status = 404;
        assertThat(perform(to("/"))).isEqualTo(new ActionResult.Failed("client-error: status 404", false));
        status = 429;
        assertThat(perform(to("/"))).isEqualTo(new ActionResult.Failed("client-error: status 429", true));
    }

    @Test
    void givesUpAtTheTimeout() throws InterruptedException {
        assertThat(perform(to("/silent").timeout(Duration.ofMillis(100))))
                .isEqualTo(new ActionResult.Failed("timeout: no answer within 100 ms", true));
    }

    @Test
    void refusesForbiddenAddressesOddUrlsAndLongAnswers() throws InterruptedException {
        assertThat(perform(Http.to("http://192.0.2.1/"))).isInstanceOfSatisfying(ActionResult.Failed.class, failed -> {
            assertThat(failed.why()).startsWith("failed: ");
            assertThat(failed.retry()).isFalse();
        });
        for (var url : List.of("", "no url", "ftp://x/", "http://", "://")) {
            assertThat(perform(Http.to(url)))
                    .as(url)
                    .isInstanceOfSatisfying(
                            ActionResult.Failed.class,
                            failed -> assertThat(failed.retry()).isFalse());
        }
        answer = "x".repeat(1024 * 1024 + 1);
        assertThat(perform(to("/")))
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why()).startsWith("failed: "));
    }

    @Test
    void standsAnInputItNeverWrote() throws InterruptedException {
        for (var input : List.of(Value.NIL, Value.of("x"), Value.EMPTY)) {
            assertThat(action.perform(new ActionCall("http-request", input, Duration.ofSeconds(1), 1), "k"))
                    .isInstanceOf(ActionResult.Failed.class);
        }
    }
}
