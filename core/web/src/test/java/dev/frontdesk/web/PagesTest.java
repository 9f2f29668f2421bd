package dev.frontdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/inbox\\.[0-9a-f]{10}\\.js)\"");

    @Test
    void thePageIsServedAtEachOfItsAddressesAndNeverStored() {
        try (var site = new Site()) {
            for (String path : List.of("/", "/login", "/welcome", "/inbox", "/inbox/", "/inbox/conversations/101")) {
                var page = site.get(path);
                assertThat(page.statusCode()).as(path).isEqualTo(200);
                assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
                assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
                assertThat(page.body()).doesNotContain("{{").containsPattern(SCRIPT);
            }
            assertThat(site.get("/elsewhere").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void everyAnswerCarriesTheHeadersThatKeepBrowsersSafe() {
        try (var site = new Site()) {
            for (String path : List.of(
                    "/", "/api/me", "/assets/none.js", "/channels/none/x", "/health/live", "/nowhere", "/%2e%2e/x")) {
                var headers = site.get(path).headers();
                assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                        .as(path)
                        .startsWith("default-src 'none'")
                        .contains("frame-ancestors 'none'")
                        .doesNotContain("unsafe");
                assertThat(headers.firstValue("X-Content-Type-Options"))
                        .as(path)
                        .hasValue("nosniff");
                assertThat(headers.firstValue("Referrer-Policy")).as(path).hasValue("no-referrer");
                assertThat(headers.firstValue("Cross-Origin-Opener-Policy"))
                        .as(path)
                        .hasValue("same-origin");
                assertThat(headers.firstValue("Strict-Transport-Security"))
                        .as(path)
                        .isEmpty();
                assertThat(headers.firstValue("Server")).isEmpty();
            }
        }
    }

    @Test
    void assetsAreCompressedAndCachedForEver() throws Exception {
        try (var site = new Site()) {
            var found = SCRIPT.matcher(site.get("/").body());
            assertThat(found.find()).isTrue();
            var plain = site.get(found.group(1));
            assertThat(plain.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
            assertThat(plain.headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
            var gzip = site.http()
                    .send(
                            site.request("GET", found.group(1), "")
                                    .header("Accept-Encoding", "br, gzip")
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertThat(gzip.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())))
                    .hasContent(plain.body());
            var head = site.send(site.request("HEAD", found.group(1), ""));
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0))
                    .isEqualTo(plain.body().length());
            assertThat(site.get("/assets/inbox.0000000000.js").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void healthTellsOfEveryPartAndOnlyTheStoreDecidesWhetherTheProcessLives() {
        var options = new Site.Options();
        options.metricsToken = java.util.Optional.of("seen-by-prometheus");
        try (var site = new Site(options)) {
            site.trouble = java.util.Optional.of("the token was rejected");
            assertThat(site.get("/health").statusCode()).isEqualTo(503);
            assertThat(site.get("/health").body())
                    .isEqualTo("{\"status\":\"failing\",\"parts\":[{\"name\":\"store\",\"ok\":true},"
                            + "{\"name\":\"telegram\",\"ok\":false,\"message\":\"the token was rejected\"}]}");
            assertThat(site.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(site.get("/metrics").body()).contains("frontdesk_http_requests_total");
            for (String path : List.of("/health", "/metrics")) {
                var proxied = site.request("GET", path, "").header("X-Forwarded-For", "203.0.113.9");
                assertThat(site.send(proxied).statusCode()).isEqualTo(401);
                var guessed = site.request("GET", path, "")
                        .header("Via", "1.1 proxy")
                        .header("Authorization", "Bearer guess");
                assertThat(site.send(guessed).statusCode()).isEqualTo(401);
                var known = site.request("GET", path, "")
                        .header("X-Forwarded-For", "203.0.113.9")
                        .header("Authorization", "Bearer seen-by-prometheus");
                assertThat(site.send(known).statusCode()).isNotEqualTo(401);
            }
        }
    }
}
