package dev.frontdesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.channel.HttpReply;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void jsonThatIsNoFlatObjectOfTextsIsRefusedQuicklyAndQuietly() {
        try (var site = new Site()) {
            for (String body : List.of(
                    "",
                    "null",
                    "[]",
                    "{",
                    "{\"agent\":{}}",
                    "{\"agent\":[\"a\"]}",
                    "{\"agent\":1}",
                    "{\"agent\":\"a\",\"agent\":\"b\"}",
                    "{\"agent\":\"a\"}x",
                    "{\"agent\":" + "[".repeat(10_000),
                    "{\"agent\":" + "9".repeat(100_000) + "}",
                    "{\"agent\":\"" + "x".repeat(70_000) + "\"}",
                    "\u0000\u0001",
                    "{\"agent\":\"\ud800\"}")) {
                var answer = site.post("/api/login", body);
                assertThat(answer.statusCode())
                        .as(body.length() > 40 ? body.substring(0, 40) : body)
                        .isEqualTo(400);
                assertThat(answer.body()).doesNotContain("jackson", "Exception", "line:");
            }
            assertThat(site.post("/api/login", "{\"agent\":\"" + "x".repeat(200_000) + "\"}")
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    /** Whoever is cut off while writing never reads the answer, and tries again for ever. */
    @Test
    void aBodyOfAMegabyteIsAnsweredAndNotCutOff() throws Exception {
        var options = new Site.Options();
        options.endpoints = List.of(Endpoint.post("hook", _ -> HttpReply.status(200)));
        try (var site = new Site(options)) {
            String request = "POST /channels/site/hook HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n";
            for (int i = 0; i < 20; i++) {
                assertThat(Raw.exchange(site, request + "x".repeat(1_000_000))).startsWith("HTTP/1.1 413");
            }
        }
    }

    @Test
    void headersAndRequestLinesHaveAnEnd() throws Exception {
        try (var site = new Site()) {
            String line = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n";
            assertThat(Raw.exchange(site, line + "X-Long: " + "x".repeat(70_000) + "\r\n\r\n"))
                    .doesNotContain("HTTP/1.1 200");
            assertThat(Raw.exchange(site, line + "Cookie: " + "a=b; ".repeat(10_000) + "\r\n\r\n"))
                    .doesNotContain("HTTP/1.1 200");
            assertThat(Raw.exchange(site, "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                    .doesNotContain("HTTP/1.1 200");
            assertThat(Raw.exchange(site, line + "Cookie: " + "a=b; ".repeat(1000) + "\r\nConnection: close\r\n\r\n"))
                    .contains("HTTP/1.1 200");
        }
    }

    @Test
    void requestsThatCouldBeReadInTwoWaysAreRefused() throws Exception {
        var options = new Site.Options();
        options.endpoints = List.of(Endpoint.post("hook", _ -> HttpReply.status(200)));
        try (var site = new Site(options)) {
            String head = "POST /channels/site/hook HTTP/1.1\r\nHost: localhost\r\n";
            String smuggled = "0\r\n\r\nGET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n";
            for (String framing : List.of(
                    "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                    "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                    "Content-Length: 5\r\nContent-Length: 6\r\n",
                    "Content-Length: -5\r\n",
                    "Content-Length: 5x\r\n",
                    "Transfer-Encoding: chunked, identity\r\n",
                    "Transfer-Encoding: xchunked\r\n",
                    "Transfer-Encoding : chunked\r\n")) {
                var answer = Raw.exchange(site, head + framing + "\r\n" + smuggled);
                assertThat(answer).as(framing).startsWith("HTTP/1.1 400").containsOnlyOnce("HTTP/1.1");
            }
            var encoded = Raw.exchange(site, head + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc");
            assertThat(encoded).startsWith("HTTP/1.1 400");
            assertThat(Raw.exchange(site, "GET /health/live HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400");
            assertThat(Raw.exchange(site, "\u0016\u0003\u0001garbage\r\n\r\n")).doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void whoDribblesHoldsUpNobodyElse() throws Exception {
        try (var site = new Site()) {
            var slow = new ArrayList<Raw>();
            for (int i = 0; i < 200; i++) {
                slow.add(new Raw(site).write("GET /health/live HTTP/1.1\r\nHost: local"));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(site.get("/health/live").statusCode()).isEqualTo(200);
            }
            for (var raw : slow) {
                raw.close();
            }
        }
    }

    @Test
    void plainHttpIsForThisMachineOnly() {
        assertThatThrownBy(() -> settings("0.0.0.0", Optional.empty())).hasMessageContaining("http.public-url");
        assertThatThrownBy(() -> settings("0.0.0.0", Optional.of(URI.create("http://chat.example.com"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings("127.0.0.1", Optional.of(URI.create("chat.example.com"))))
                .hasMessageContaining("no address");
        assertThat(settings("0.0.0.0", Optional.of(URI.create("https://chat.example.com")))
                        .https())
                .isTrue();
        assertThat(settings("127.0.0.1", Optional.empty()).https()).isFalse();
        assertThat(WebSettings.loopback("127.0.0.1.evil.example")).isFalse();
    }

    private static WebSettings settings(String bind, Optional<URI> url) {
        return new WebSettings(0, bind, url, Set.of(), Optional.empty(), List.of());
    }
}
