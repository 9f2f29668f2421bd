package dev.frontdesk.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.api.service.HttpGateway.NotSent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections that are kept, given up by the server, silent or stuck. */
class ConnectionsTest {
    private static final Duration MOST = Duration.ofSeconds(10);

    private final GuardedHttp http = new GuardedHttp(Allowed.of(List.of("127.0.0.1")));

    @AfterEach
    void stop() {
        http.close();
    }

    private int send(Canary canary, String method) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(canary.url("127.0.0.1")))
                .method(method, BodyPublishers.ofString("one"))
                .build();
        return http.send(request, 1000, MOST).statusCode();
    }

    @Test
    void aConnectionIsUsedAgain() throws Exception {
        try (var canary = new Canary(_ -> Canary.response("200 OK", "", "hello"))) {
            for (int i = 0; i < 10; i++) {
                assertThat(send(canary, "POST")).isEqualTo(200);
            }
            assertThat(canary.connections()).isEqualTo(1);
        }
    }

    @Test
    void whatTheServerClosedWhileItWasIdleLosesAndDoublesNothing() throws Exception {
        try (var canary = new Canary(_ -> Canary.last(Canary.response("200 OK", "", "hello")))) {
            for (int i = 1; i <= 50; i++) {
                assertThat(send(canary, "POST")).isEqualTo(200);
                assertThat(canary.ended.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
                assertThat(canary.requests).hasSize(i);
            }
        }
    }

    @Test
    void aPostThatCrossesWithTheFarewellIsAmbiguousAndNotRepeated() throws Exception {
        try (var canary = answeringFirst()) {
            assertThat(send(canary, "POST")).isEqualTo(200);
            assertThatThrownBy(() -> send(canary, "POST"))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(NotSent.class)
                    .isNotInstanceOf(HttpTimeoutException.class);
            assertThat(canary.requests).hasSize(2);
        }
    }

    @Test
    void whatMayBeDoneTwiceAndCrossesWithTheFarewellIsRepeatedOnANewConnection() throws Exception {
        try (var canary = answeringFirst()) {
            assertThat(send(canary, "PUT")).isEqualTo(200);
            assertThat(send(canary, "PUT")).isEqualTo(200);
            assertThat(canary.requests).hasSize(3);
            assertThat(canary.connections()).isEqualTo(2);
        }
    }

    /** Closes instead of giving its second answer. */
    private static Canary answeringFirst() throws IOException {
        var calls = new AtomicInteger();
        return new Canary(_ -> calls.incrementAndGet() == 2 ? "" : Canary.response("200 OK", "", ""));
    }

    @Test
    void afterAnAnswerThatGoesOnTheConnectionIsNotUsedAgain() throws Exception {
        var forged = Canary.response("200 OK", "", "forged");
        try (var canary = new Canary(_ -> Canary.response("200 OK", "", "") + forged)) {
            assertThat(send(canary, "POST")).isEqualTo(200);
            var second =
                    HttpRequest.newBuilder(URI.create(canary.url("127.0.0.1"))).build();
            assertThat(http.send(second, 1000, MOST).body()).isEmpty();
            assertThat(canary.connections()).isEqualTo(2);
        }
    }

    @Test
    void whatTheServerNeverReadsEndsAtTheDeadline() throws Exception {
        try (var deaf = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + deaf.getLocalPort()))
                    .POST(BodyPublishers.ofByteArray(new byte[32 * 1024 * 1024]))
                    .build();
            assertThatThrownBy(() -> http.send(request, 1000, Duration.ofMillis(300)))
                    .isInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void aThreadThatIsInterruptedComesBack() throws Exception {
        try (var deaf = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + deaf.getLocalPort()))
                    .build();
            for (var kind : List.<Function<Runnable, Thread>>of(Thread.ofVirtual()::unstarted, Thread::new)) {
                var outcome = new CompletableFuture<Exception>();
                var thread = kind.apply(() -> {
                    try {
                        http.send(request, 1000, Duration.ofMinutes(5));
                    } catch (IOException | InterruptedException e) {
                        outcome.complete(e);
                    }
                });
                thread.start();
                await().until(() -> thread.getState() != Thread.State.NEW);
                thread.interrupt();
                assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
            }
        }
    }

    @Test
    void aClosedClientSendsNothing() throws Exception {
        try (var canary = new Canary(_ -> Canary.response("200 OK", "", ""))) {
            http.close();
            assertThatThrownBy(() -> send(canary, "POST")).isInstanceOf(NotSent.class);
            assertThat(canary.requests).isEmpty();
        }
    }
}
