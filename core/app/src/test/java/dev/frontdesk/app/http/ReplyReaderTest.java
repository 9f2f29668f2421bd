package dev.frontdesk.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.service.HttpGateway.NotSent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReaderTest {
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    private static HttpResponse<byte[]> answer(String method, String answer) throws IOException, InterruptedException {
        return answer(method, answer, Duration.ofSeconds(10));
    }

    private static HttpResponse<byte[]> answer(String method, String answer, Duration most)
            throws IOException, InterruptedException {
        try (var canary = new Canary(_ -> answer);
                var http = new GuardedHttp(Allowed.of(List.of("127.0.0.1")))) {
            var request = HttpRequest.newBuilder(URI.create(canary.url("127.0.0.1")))
                    .method(method, BodyPublishers.noBody())
                    .build();
            return http.send(request, 100, most);
        }
    }

    private static String body(String answer) throws IOException, InterruptedException {
        return new String(answer("GET", answer).body(), StandardCharsets.UTF_8);
    }

    @Test
    void aBodyEndsAtItsLengthWithItsLastPieceOrWithTheConnection() throws Exception {
        assertThat(body(Canary.response("200 OK", "", "hello"))).isEqualTo("hello");
        assertThat(body(CHUNKED + "3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\nTrailer: x\r\n\r\n"))
                .isEqualTo("hello");
        assertThat(body(Canary.last("HTTP/1.0 200 OK\r\n\r\nhello"))).isEqualTo("hello");
        assertThat(body("HTTP/1.1 200 OK\nContent-Length: 5\n\nhello")).isEqualTo("hello");
    }

    @Test
    void whatHasNoBodyIsNotWaitedFor() throws Exception {
        assertThat(answer("GET", "HTTP/1.1 204 No Content\r\n\r\n").body()).isEmpty();
        assertThat(answer("GET", "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n")
                        .body())
                .isEmpty();
        assertThat(answer("HEAD", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")
                        .body())
                .isEmpty();
    }

    @Test
    void whatComesBeforeTheAnswerIsPassedOver() throws Exception {
        var hints = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n";
        assertThat(body(hints + Canary.response("200 OK", "", "hello"))).isEqualTo("hello");
    }

    @Test
    void headersAreFoundWhateverTheirCaseAndMayComeTwice() throws Exception {
        var answer = answer(
                "GET",
                "HTTP/1.1 200\r\nset-cookie: a\r\nSET-Cookie:b\r\nX-Long: one\r\n two\r\nContent-length:0\r\n\r\n");

        assertThat(answer.headers().allValues("Set-Cookie")).containsExactly("a", "b");
        assertThat(answer.headers().firstValue("x-long")).contains("one two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.6\r\n",
                "HTTP/2 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length : 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
                CHUNKED + "7fffffff\r\n",
                CHUNKED + "fffffffffffffff\r\n",
                CHUNKED + "-1\r\n",
                CHUNKED + "5\r\nhello world\r\n",
                CHUNKED + "\r\n"
            })
    void whatIsNoAnswerIsAnErrorAtOnce(String answer) {
        assertThatThrownBy(() -> answer("POST", answer))
                .isInstanceOf(IOException.class)
                .isNotInstanceOfAny(HttpTimeoutException.class, NotSent.class);
    }

    @Test
    void aHeadWithoutEndIsNotKept() {
        assertThatThrownBy(() -> body("HTTP/1.1 200 OK\r\n" + "X-More: x\r\n".repeat(10_000)))
                .hasMessageContaining("long");
        assertThatThrownBy(() -> body("HTTP/1.1 200 OK\r\nX: " + "x".repeat(100_000)))
                .hasMessageContaining("long");
        assertThatThrownBy(() -> body("HTTP/1.1 100 Continue\r\n\r\n".repeat(10_000)))
                .hasMessageContaining("long");
    }

    @Test
    void aBodyWithoutEndIsNotKept() {
        assertThatThrownBy(() -> body("HTTP/1.0 200 OK\r\n\r\n" + "x".repeat(101)))
                .hasMessageContaining("longer");
        assertThatThrownBy(() -> body(CHUNKED + "a\r\n0123456789\r\n".repeat(11)))
                .hasMessageContaining("longer");
    }

    @Test
    void anAnswerThatStopsInTheMiddleIsAnError() {
        assertThatThrownBy(() -> body(Canary.last("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> body(Canary.last(CHUNKED + "5\r\nhello\r\n"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> answer("GET", CHUNKED + "5\r\nhel", Duration.ofMillis(300)))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void aRequestIsSentAsItWasWritten() throws Exception {
        try (var canary = new Canary(_ -> Canary.response("200 OK", "", ""));
                var http = new GuardedHttp(Allowed.of(List.of("127.0.0.1")))) {
            var stream = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[70_000]));
            http.send(
                    HttpRequest.newBuilder(URI.create(canary.url("127.0.0.1") + "?q=%20ä#fragment"))
                            .header("X-One", "1")
                            .POST(stream)
                            .build(),
                    100,
                    Duration.ofSeconds(10));

            assertThat(canary.requests.getFirst())
                    .startsWith("POST /?q=%20%C3%A4 HTTP/1.1\r\nHost: 127.0.0.1:" + canary.port() + "\r\n")
                    .contains("X-One: 1\r\n", "Content-Length: 70000\r\n")
                    .doesNotContain("fragment");
        }
    }
}
