package dev.frontdesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.api.channel.HttpEndpoint;
import dev.frontdesk.api.channel.HttpReply;
import dev.frontdesk.api.channel.Intake;
import dev.frontdesk.web.endpoints.EndpointTable;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class EndpointsTest {

    private static Site site(HttpEndpoint... endpoints) {
        var options = new Site.Options();
        options.endpoints = List.of(endpoints);
        return new Site(options);
    }

    @Test
    void anEndpointSeesTheExactBytesAndWhatFollowsItsPath() {
        var seen = new AtomicReference<String>("");
        try (var site = site(Endpoint.post("files/*", call -> {
            seen.set(call.method() + "|" + call.rest() + "|" + call.query("a").orElse("-") + "|"
                    + call.header("x-one").orElse("-") + "|" + call.headerCount("X-ONE") + "|" + call.remoteAddress());
            return new HttpReply.Full(201, Map.of("X-Two", "b"), call.body());
        }))) {
            var answer = site.send(
                    site.request("POST", "/channels/site/files/a%20b/c?a=%D1%8F", "{\"x\": \"\u00e9\u1f600\"}")
                            .header("X-One", "1")
                            .header("x-one", "2"));
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.body()).isEqualTo("{\"x\": \"\u00e9\u1f600\"}");
            assertThat(answer.headers().firstValue("X-Two")).hasValue("b");
            assertThat(seen).hasValue("POST|a b/c|\u044f|1|2|127.0.0.1");
        }
    }

    @Test
    void whatIsNotThereAnswers404AndOtherMethodsAnswer405() {
        try (var site = site(
                Endpoint.get("hook", _ -> HttpReply.status(200)),
                Endpoint.post("hook", _ -> HttpReply.status(202)),
                Endpoint.get("", _ -> HttpReply.text(200, "text/plain", "root")))) {
            assertThat(site.get("/channels/site/hook").statusCode()).isEqualTo(200);
            assertThat(site.post("/channels/site/hook", "x").statusCode()).isEqualTo(202);
            assertThat(site.get("/channels/site").body()).isEqualTo("root");
            assertThat(site.get("/channels/site/other").statusCode()).isEqualTo(404);
            assertThat(site.get("/channels/disabled/hook").statusCode()).isEqualTo(404);
            assertThat(site.get("/plugins/site/hook").statusCode()).isEqualTo(404);
            for (String method : List.of("PUT", "DELETE", "TRACE", "PROPFIND", "HEAD")) {
                var answer = site.send(site.request(method, "/channels/site/hook", ""));
                assertThat(answer.statusCode()).as(method).isEqualTo(405);
                assertThat(answer.headers().firstValue("Allow")).hasValue("GET, POST");
            }
            var overridden = site.send(
                    site.request("GET", "/channels/site/hook", "").header("X-HTTP-Method-Override", "DELETE"));
            assertThat(overridden.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void twoEndpointsForOneMethodAndPathStopTheStart() {
        var twice = List.<HttpEndpoint>of(
                Endpoint.get("hook", _ -> HttpReply.status(200)), Endpoint.get("hook", _ -> HttpReply.status(200)));
        assertThatThrownBy(() -> EndpointTable.builder().channel("site", twice)).hasMessageContaining("hook");
    }

    @Test
    void pathTricksNeverReachAnEndpoint() throws Exception {
        var called = new AtomicBoolean();
        try (var site = site(new Endpoint("*", Set.of("GET"), 0, _ -> {
            called.set(true);
            return HttpReply.status(200);
        }))) {
            for (String path : List.of(
                    "/channels/site/%2e%2e/x",
                    "/channels/site/..",
                    "/channels/site/./x",
                    "/channels/site/..;/x",
                    "/channels/site/x;a=b",
                    "/channels/site/%252e%252e/x",
                    "/channels/site/a%2fb",
                    "/channels/site/a%5cb",
                    "/channels/site//x",
                    "//channels/site/x",
                    "/channels/site/%00",
                    "/channels/site/%zz",
                    "/channels/site/%",
                    "/channels/site/%c0%ae%c0%ae",
                    "/channels/site/x%0d%0aSet-Cookie:a=b",
                    "http://evil.example/channels/site/x",
                    "/channels/site/x\\y")) {
                var answer =
                        Raw.exchange(site, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                assertThat(answer)
                        .as(path)
                        .startsWith("HTTP/1.1 400 ")
                        .contains("Content-Security-Policy")
                        .doesNotContain("Set-Cookie");
            }
            assertThat(called).isFalse();
            assertThat(site.get("/channels/site/fine").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aBodyThatIsTooLongIsRefusedBeforeItIsBuffered() throws Exception {
        var called = new AtomicBoolean();
        try (var site = site(Endpoint.post("hook", _ -> {
            called.set(true);
            return HttpReply.status(200);
        }))) {
            String head = "POST /channels/site/hook HTTP/1.1\r\nHost: localhost\r\n";
            assertThat(Raw.exchange(site, head + "Content-Length: 1000000000\r\n\r\n"))
                    .startsWith("HTTP/1.1 413 ");
            assertThat(Raw.exchange(site, head + "Content-Length: 1025\r\n\r\n" + "x".repeat(1025)))
                    .startsWith("HTTP/1.1 413 ");
            assertThat(Raw.exchange(
                            site,
                            head + "Transfer-Encoding: chunked\r\n\r\n"
                                    + ("100\r\n" + "x".repeat(256) + "\r\n").repeat(8) + "0\r\n\r\n"))
                    .startsWith("HTTP/1.1 413 ");
            assertThat(Raw.exchange(site, head + "Transfer-Encoding: chunked\r\n\r\n3fffffff\r\n"))
                    .startsWith("HTTP/1.1 413 ");
            assertThat(called).isFalse();
            assertThat(site.post("/channels/site/hook", "x".repeat(1024)).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whatAnEndpointThrowsIsLoggedAndNotTold() {
        try (var site = site(
                Endpoint.get("broken", _ -> {
                    throw new IllegalStateException("password of the database");
                }),
                Endpoint.get("missing", _ -> {
                    throw new NoClassDefFoundError("com/example/Gone");
                }),
                Endpoint.get("full", _ -> {
                    throw new Intake.Overloaded("17 waiting");
                }))) {
            assertThat(site.get("/channels/site/broken").statusCode()).isEqualTo(500);
            assertThat(site.get("/channels/site/broken").body())
                    .contains("internal")
                    .doesNotContain("password");
            assertThat(site.get("/channels/site/missing").statusCode()).isEqualTo(500);
            var full = site.get("/channels/site/full");
            assertThat(full.statusCode()).isEqualTo(503);
            assertThat(full.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void anEndpointMayNameWhoEmbedsItButNotBreakTheFraming() {
        try (var site = site(
                Endpoint.get(
                        "frame",
                        _ -> new HttpReply.Full(
                                200,
                                Map.of(
                                        "Content-Security-Policy",
                                        "frame-ancestors https://shop.example",
                                        "Content-Length",
                                        "99",
                                        "Connection",
                                        "upgrade"),
                                "ok".getBytes(StandardCharsets.UTF_8))),
                Endpoint.get(
                        "split", _ -> new HttpReply.Full(200, Map.of("X-A", "b\r\nSet-Cookie: c=d"), new byte[0])))) {
            var frame = site.get("/channels/site/frame");
            assertThat(frame.body()).isEqualTo("ok");
            assertThat(frame.headers().allValues("Content-Security-Policy"))
                    .containsExactly("frame-ancestors https://shop.example");
            assertThat(frame.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            var split = site.get("/channels/site/split");
            assertThat(split.statusCode()).isEqualTo(500);
            assertThat(split.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void aStreamOfAnEndpointNoticesThatItsReaderIsGone() throws Exception {
        var ended = new AtomicBoolean();
        try (var site = site(Endpoint.get(
                "events",
                _ -> new HttpReply.Events(Map.of("X-A", "b"), to -> {
                    try {
                        for (int i = 0; ; i++) {
                            to.send(Integer.toString(i), "tick", "line\nline");
                            Thread.sleep(5);
                        }
                    } finally {
                        ended.set(true);
                    }
                })))) {
            var answer = site.http()
                    .send(
                            site.request("GET", "/channels/site/events", "").build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(answer.headers().firstValue("X-A")).hasValue("b");
            try (var body = answer.body()) {
                assertThat(new String(body.readNBytes(50), StandardCharsets.UTF_8))
                        .contains("id: 0\nevent: tick\ndata: line\ndata: line\n\n");
            }
            await().atMost(Duration.ofSeconds(5)).untilTrue(ended);
        }
    }

    @Test
    void aWaitingStreamIsInterruptedWhenTheServerStops() throws Exception {
        var waiting = new AtomicBoolean();
        var ended = new AtomicBoolean();
        var site = site(Endpoint.get(
                "events",
                _ -> new HttpReply.Events(Map.of(), _ -> {
                    waiting.set(true);
                    try {
                        new java.util.concurrent.CountDownLatch(1).await();
                    } finally {
                        ended.set(true);
                    }
                })));
        site.http()
                .send(
                        site.request("GET", "/channels/site/events", "").build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        await().atMost(Duration.ofSeconds(5)).untilTrue(waiting);
        site.close();
        await().atMost(Duration.ofSeconds(5)).untilTrue(ended);
    }

    @Test
    void onlyTrustedProxiesSayWhoThePeerIs() {
        var options = new Site.Options();
        var seen = new AtomicReference<String>("");
        options.endpoints = List.of(Endpoint.get("who", call -> {
            seen.set(call.remoteAddress());
            return HttpReply.status(200);
        }));
        try (var site = new Site(options)) {
            site.send(site.request("GET", "/channels/site/who", "").header("X-Forwarded-For", "203.0.113.9"));
            assertThat(seen).hasValue("127.0.0.1");
        }
        options.trusted = Set.of("127.0.0.1", "10.0.0.2");
        try (var site = new Site(options)) {
            site.send(site.request("GET", "/channels/site/who", "")
                    .header("X-Forwarded-For", "6.6.6.6, 203.0.113.9, 10.0.0.2"));
            assertThat(seen).hasValue("203.0.113.9");
            site.send(site.request("GET", "/channels/site/who", "").header("X-Forwarded-For", "<script>"));
            assertThat(seen).hasValue("127.0.0.1");
        }
    }

    @Test
    void theToolsOfThisMachineNeedTheTokenAndNoProxyBetween() {
        var options = new Site.Options();
        options.admin = List.of(Endpoint.post("backup", _ -> HttpReply.status(204)));
        try (var site = new Site(options)) {
            assertThat(admin(site, "the-admin-token").statusCode()).isEqualTo(204);
            assertThat(admin(site, "guess").statusCode()).isEqualTo(404);
            assertThat(site.post("/admin/backup", "").statusCode()).isEqualTo(404);
            var proxied = site.request("POST", "/admin/backup", "")
                    .header("Authorization", "Bearer the-admin-token")
                    .header("X-Forwarded-For", "127.0.0.1");
            assertThat(site.send(proxied).statusCode()).isEqualTo(404);
        }
    }

    private static HttpResponse<String> admin(Site site, String token) {
        return site.send(site.request("POST", "/admin/backup", "").header("Authorization", "Bearer " + token));
    }
}
