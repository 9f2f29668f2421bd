package dev.frontdesk.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.service.HttpGateway.NotSent;
import dev.frontdesk.api.service.HttpGateway.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedHttpTest {
    private static final Duration MOST = Duration.ofSeconds(10);
    private static final AtomicInteger NAMES = new AtomicInteger();

    private Canary canary = started(_ -> Canary.response("200 OK", "", "hello"));

    private static Canary started(Function<String, String> answers) {
        try {
            return new Canary(answers);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void stop() throws IOException {
        canary.close();
    }

    private void answers(Function<String, String> answers) throws IOException {
        canary.close();
        canary = started(answers);
    }

    /** A name no resolver knows. */
    private static String fresh() {
        return "host-" + NAMES.incrementAndGet() + ".example";
    }

    private static GuardedHttp knowing(Map<String, String> names, String... allow) {
        return new GuardedHttp(Allowed.of(List.of(allow)), host -> {
            var address = names.get(host);
            if (address == null) {
                throw new UnknownHostException(host);
            }
            return List.of(InetAddress.getByName(address));
        });
    }

    private static HttpResponse<byte[]> get(GuardedHttp http, String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), 1000, MOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://[::ffff:7f00:1]:%d/",
                "http://0.0.0.0:%d/",
                "http://0x7f.1:%d/",
                "http://0x7f000001:%d/",
                "http://2130706433:%d/",
                "http://0177.0.0.1:%d/",
                "http://127.1:%d/",
                "http://localhost:%d/",
                "http://user:password@127.0.0.1:%d/",
                "http://127.0.0.1.:%d/",
                "http:///",
                "http://[64:ff9b::7f00:1]:%d/",
                "http://[2002:7f00:1::]:%d/",
                "http://169.254.169.254:%d/latest/meta-data"
            })
    void whatIsNotPublicIsRefusedAndNobodyIsCalled(String url) {
        try (var http = new GuardedHttp(Allowed.of(List.of()))) {
            assertThatThrownBy(() -> get(http, url.formatted(canary.port())))
                    .isInstanceOfAny(Refused.class, NotSent.class, IllegalArgumentException.class);
        }
        assertThat(canary.requests).isEmpty();
    }

    @Test
    void aNameThatLeadsInwardsIsRefused() {
        var name = fresh();
        try (var http = knowing(Map.of(name, "127.0.0.1"))) {
            assertThatThrownBy(() -> get(http, canary.url(name)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("this machine")
                    .hasMessageContaining("http-client.allow");
        }
        assertThat(canary.requests).isEmpty();
    }

    @Test
    void onlyHttpIsCalled() {
        var guard = new Guard(Allowed.of(List.of()), host -> List.of(InetAddress.getAllByName(host)));

        for (var url : List.of(
                "ftp://example.org/", "file:///etc/passwd", "http://0x7f.1/", "http://127.1/", "http://127.0.0.1./")) {
            assertThatThrownBy(() -> guard.check(URI.create(url))).as(url).isInstanceOf(Refused.class);
        }
    }

    @Test
    void theAddressThatWasCheckedIsTheOneThatIsCalled() throws Exception {
        var name = fresh();
        var asked = new AtomicInteger();
        // The second answer leads somewhere else: no call asks twice, and the next call is checked again.
        try (var http = new GuardedHttp(
                Allowed.of(List.of("127.0.0.1")),
                _ -> List.of(InetAddress.getByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2")))) {
            assertThat(get(http, canary.url(name)).statusCode()).isEqualTo(200);
            assertThat(asked).hasValue(1);
            assertThatThrownBy(() -> get(http, canary.url(name))).isInstanceOf(Refused.class);
        }
        assertThat(canary.requests).hasSize(1);
    }

    @Test
    void aKeptConnectionIsLeftWhenItsNameHasMoved() throws Exception {
        var asked = new AtomicInteger();
        try (var http = new GuardedHttp(
                Allowed.of(List.of("127.0.0.0/8")),
                _ -> List.of(InetAddress.getByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2")))) {
            var url = canary.url(fresh());
            assertThat(get(http, url).statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> get(http, url)).isInstanceOf(NotSent.class);
        }
        assertThat(canary.requests).hasSize(1);
    }

    @Test
    void oneOfAllAddressesOfANameIsEnoughToRefuseIt() throws Exception {
        try (var http = new GuardedHttp(
                Allowed.of(List.of("127.0.0.1")),
                _ -> List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("127.0.0.2")))) {
            assertThatThrownBy(() -> get(http, canary.url(fresh()))).isInstanceOf(Refused.class);
        }
        assertThat(canary.connections()).isZero();
    }

    @Test
    void whereTheFirstAddressIsSilentTheNextIsTried() throws Exception {
        try (var http = new GuardedHttp(
                Allowed.of(List.of("127.0.0.0/8")),
                _ -> List.of(InetAddress.getByName("127.0.0.2"), InetAddress.getByName("127.0.0.1")))) {
            assertThat(get(http, canary.url(fresh())).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anAllowedAddressIsCalled() throws Exception {
        try (var http = new GuardedHttp(Allowed.of(List.of("127.0.0.0/8")))) {
            var response = get(http, canary.url("127.0.0.1"));
            assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("hello");
        }
    }

    @Test
    void aRedirectInwardsIsNotFollowed() throws Exception {
        var outside = fresh();
        var inside = fresh();
        try (var target = started(_ -> Canary.response("200 OK", "", "secret"))) {
            answers(_ -> Canary.redirect(302, target.url(inside)));
            try (var http = knowing(Map.of(outside, "127.0.0.1", inside, "127.0.0.2"), outside)) {
                assertThatThrownBy(() -> get(http, canary.url(outside)))
                        .isInstanceOf(IOException.class)
                        .isNotInstanceOf(Refused.class)
                        .hasMessageContaining("is not public");
            }
            assertThat(target.requests).isEmpty();
        }
    }

    @Test
    void threeRedirectsAreFollowedAndNoMore() throws Exception {
        answers(head -> {
            int hop = Integer.parseInt(head.split(" ")[1].substring(1));
            return hop == 0 ? Canary.response("200 OK", "", "there") : Canary.redirect(307, "/" + (hop - 1));
        });
        try (var http = new GuardedHttp(Allowed.of(List.of("127.0.0.1")))) {
            assertThat(get(http, canary.url("127.0.0.1") + "/3").statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> get(http, canary.url("127.0.0.1") + "/4"))
                    .hasMessageContaining("more than 3 times");
        }
    }

    @Test
    void anotherHostGetsNoCredentials() throws Exception {
        try (var other = started(_ -> Canary.response("200 OK", "", ""))) {
            answers(_ -> Canary.redirect(307, other.url("127.0.0.1") + "/x"));
            try (var http = new GuardedHttp(Allowed.of(List.of("127.0.0.1")))) {
                http.send(
                        HttpRequest.newBuilder(URI.create(canary.url("127.0.0.1")))
                                .header("Authorization", "Bearer secret")
                                .header("Cookie", "secret=1")
                                .header("X-Api-Key", "secret")
                                .header("Accept", "text/plain")
                                .POST(BodyPublishers.ofString("body"))
                                .build(),
                        1000,
                        MOST);
            }
            assertThat(canary.requests.getFirst()).contains("Authorization");
            assertThat(other.requests.getFirst())
                    .startsWith("POST /x ")
                    .contains("Accept: text/plain")
                    .doesNotContain("secret");
        }
    }

    @Test
    void afterASeeOtherThePostBecomesAGet() throws Exception {
        answers(head ->
                head.startsWith("POST") ? Canary.redirect(303, "/done") : Canary.response("200 OK", "", "done"));
        try (var http = new GuardedHttp(Allowed.of(List.of("127.0.0.1")))) {
            var request = HttpRequest.newBuilder(URI.create(canary.url("127.0.0.1")))
                    .POST(BodyPublishers.ofString("x"))
                    .build();
            assertThat(http.send(request, 1000, MOST).statusCode()).isEqualTo(200);
        }
        assertThat(canary.requests.getLast()).startsWith("GET /done ");
    }

    @Test
    void aBodyThatIsTooLongIsNotRead() throws Exception {
        answers(_ -> Canary.response("200 OK", "", "x".repeat(1001)));
        try (var http = new GuardedHttp(Allowed.of(List.of("127.0.0.1")))) {
            assertThatThrownBy(() -> get(http, canary.url("127.0.0.1"))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void anAnswerThatDripsEndsAtTheDeadline() throws Exception {
        var never = new CountDownLatch(1);
        answers(_ -> {
            try {
                never.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "";
        });
        try (var http = new GuardedHttp(Allowed.of(List.of("127.0.0.1")))) {
            var request =
                    HttpRequest.newBuilder(URI.create(canary.url("127.0.0.1"))).build();
            assertThatThrownBy(() -> http.send(request, 1000, Duration.ofMillis(300)))
                    .isInstanceOf(HttpTimeoutException.class);
        } finally {
            never.countDown();
        }
    }

    @Test
    void whereNobodyListensNothingWasSent() throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (var http = new GuardedHttp(Allowed.of(List.of("127.0.0.1")))) {
            assertThatThrownBy(() -> get(http, "http://127.0.0.1:" + free + "/"))
                    .isInstanceOf(NotSent.class);
            assertThatThrownBy(() -> get(http, "http://" + fresh() + "/")).isInstanceOf(NotSent.class);
        }
    }

    @Test
    void whatMayBeRepeatedIsRepeatedOnceWhenTheConnectionEnds() throws Exception {
        var calls = new AtomicInteger();
        answers(_ -> calls.incrementAndGet() == 1 ? "" : Canary.response("200 OK", "", "again"));
        try (var http = new GuardedHttp(Allowed.of(List.of("127.0.0.1")))) {
            var put = HttpRequest.newBuilder(URI.create(canary.url("127.0.0.1")))
                    .PUT(BodyPublishers.ofString("x"))
                    .build();
            assertThat(http.send(put, 1000, MOST).statusCode()).isEqualTo(200);
        }
        assertThat(calls).hasValue(2);
    }

    @Test
    void aPostThatMayHaveArrivedIsNotRepeated() throws Exception {
        answers(_ -> "");
        try (var http = new GuardedHttp(Allowed.of(List.of("127.0.0.1")))) {
            var post = HttpRequest.newBuilder(URI.create(canary.url("127.0.0.1")))
                    .POST(BodyPublishers.ofString("x"))
                    .build();
            assertThatThrownBy(() -> http.send(post, 1000, MOST))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(NotSent.class);
        }
        assertThat(canary.requests).hasSize(1);
    }
}
