package dev.frontdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.desk.Order.What;
import dev.frontdesk.engine.model.Attachment.State;
import dev.frontdesk.engine.model.Attachment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files out and in: nothing in them runs, nothing about them is believed. */
class FilesTest {
    private static final String PNG = "\u0089PNG\r\n\u001a\n0123456789";

    private final Site site = new Site();
    private final Browser anna = site.signedIn("anna");

    @AfterEach
    void close() {
        site.close();
    }

    private void stored(long id, long message, String agent, String name, String type, String latin) {
        try {
            var file =
                    site.files.put(name, type, new ByteArrayInputStream(latin.getBytes(StandardCharsets.ISO_8859_1)));
            keep(id, message, agent, State.STORED, file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(long id, long message, String agent, State state, Content.File file) {
        site.inbox.attachments.put(
                id,
                new Attachment(
                        id, message, 0, 7, "site", "document", "", file, agent, state, 0, 0, 0, "it is gone", 0));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    // ---- out

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html><script>alert(1)</script>|text/html|x.html",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>|image/svg+xml|x.svg",
                "<?xml version='1.0'?><x/>|application/xml|x.xml",
                "%PDF-1.7|application/pdf|x.pdf",
                "alert(1)|text/javascript|x.js",
                "<script>alert(1)</script>|image/png|x.png",
                "GIF87 is no GIF|image/gif|x.gif"
            })
    void whatCouldRunIsHandedOverAsBytes(String bytes, String type, String name) {
        stored(5, 9, "", name, type, bytes);
        var answer = anna.get("/api/attachments/5");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(bytes);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(answer, "Content-Disposition"))
                .startsWith("attachment; ")
                .contains(name);
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cache-Control")).startsWith("private");
    }

    @Test
    void aPictureIsShownForWhatItsBytesSayAndNothingElse() {
        stored(5, 9, "", "evil.html", "text/html", PNG);
        var answer = anna.get("/api/attachments/5");
        assertThat(header(answer, "Content-Type")).isEqualTo("image/png");
        assertThat(header(answer, "Content-Disposition")).startsWith("inline; ");
        assertThat(header(answer, "Content-Security-Policy")).startsWith("sandbox");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "..\\..\\boot.ini",
                "a\r\nSet-Cookie: x=1",
                "a\"; filename=\"b.exe",
                "\u202Egpj.exe",
                "",
                ".",
                "...",
                "\u0000",
                "\uD83D\uDE00.png",
                "\uD800.txt",
                "отчёт 2026.pdf",
                "a;b%41.txt"
            })
    void aNameNeverLeavesItsPlace(String name) {
        stored(5, 9, "", name, "", "bytes");
        var answer = anna.get("/api/attachments/5");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(header(answer, "Content-Disposition"))
                .matches("attachment; filename=\"[ -~&&[^\"\\\\%;]]+\"; filename\\*=UTF-8''[A-Za-z0-9%._~-]+")
                .doesNotContain("..\\", "../", "%E2%80%AE", "%2F", "%5C");
    }

    @Test
    void aNameIsKeptAsFarAsItIsOne() {
        stored(5, 9, "", "C:\\temp\\отчёт 2026.pdf", "", "bytes");
        assertThat(header(anna.get("/api/attachments/5"), "Content-Disposition"))
                .isEqualTo("attachment; filename=\"_____ 2026.pdf\";"
                        + " filename*=UTF-8''%D0%BE%D1%82%D1%87%D1%91%D1%82%202026.pdf");
    }

    @Test
    void onlyWhoIsSignedInGetsAFileAndOnlyItsUploaderOneThatIsNotSent() {
        stored(5, 9, "", "a", "", "bytes");
        stored(6, 0, "anna", "a", "", "bytes");
        stored(7, 0, "boris", "a", "", "bytes");
        assertThat(site.get("/api/attachments/5").statusCode()).isEqualTo(401);
        assertThat(anna.get("/api/attachments/5").statusCode()).isEqualTo(200);
        assertThat(anna.get("/api/attachments/6").statusCode()).isEqualTo(200);
        assertThat(anna.get("/api/attachments/7").statusCode()).isEqualTo(404);
        assertThat(anna.get("/api/attachments/8").statusCode()).isEqualTo(404);
        assertThat(anna.get("/api/attachments/x").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNotHereSaysSo() {
        keep(5, 9, "", State.WAITING, new Content.Remote("h", Optional.empty(), "a", "", -1));
        assertThat(anna.get("/api/attachments/5").statusCode()).isEqualTo(409);
        keep(6, 9, "", State.STORED, new Content.Stored("ab".repeat(32), "a", "", 4));
        assertThat(anna.get("/api/attachments/6").statusCode()).isEqualTo(410);
    }

    @Test
    void aPlayerGetsTheStretchItAsksFor() {
        stored(5, 9, "", "a", "", "0123456789".repeat(10_000));
        for (String[] one : new String[][] {
            {"bytes=0-3", "206", "0123", "bytes 0-3/100000"},
            {"bytes=99998-", "206", "89", "bytes 99998-99999/100000"},
            {"bytes=-3", "206", "789", "bytes 99997-99999/100000"},
            {"bytes=99999-200000", "206", "9", "bytes 99999-99999/100000"}
        }) {
            var answer = site.send(anna.request("GET", "/api/attachments/5", "").header("Range", one[0]));
            assertThat(answer.statusCode()).as(one[0]).isEqualTo(206);
            assertThat(answer.body()).isEqualTo(one[2]);
            assertThat(header(answer, "Content-Range")).isEqualTo(one[3]);
        }
        for (String odd : new String[] {"bytes=", "bytes=a-b", "bytes=1-2,4-5", "pages=1-2", "bytes=--1"}) {
            var answer = site.send(anna.request("GET", "/api/attachments/5", "").header("Range", odd));
            assertThat(answer.statusCode()).as(odd).isEqualTo(200);
            assertThat(answer.body()).hasSize(100_000);
        }
        var beyond = site.send(anna.request("GET", "/api/attachments/5", "").header("Range", "bytes=100000-"));
        assertThat(beyond.statusCode()).isEqualTo(416);
    }

    @Test
    void whatABrowserHasIsNotSentAgain() {
        stored(5, 9, "", "a", "", "bytes");
        String etag = header(anna.get("/api/attachments/5"), "ETag");
        var again = site.send(anna.request("GET", "/api/attachments/5", "").header("If-None-Match", etag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    // ---- in

    private HttpResponse<String> upload(String name, byte[] bytes) {
        String path = "/api/uploads?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return site.send(anna.request("POST", path, "").POST(BodyPublishers.ofByteArray(bytes)));
    }

    @Test
    void anUploadIsKeptForItsAgentAndItsTypeIsWhatItsBytesSay() {
        var answer = upload("../cat.html", PNG.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"kind\":\"image\"", "\"type\":\"image/png\"", "\"name\":\"cat.html\"");
        assertThat(site.desk.uploads).singleElement().satisfies(it -> {
            assertThat(it.agent()).isEqualTo("anna");
            assertThat(it.message()).isZero();
        });
    }

    @Test
    void whatTheBodyCallsItselfDecidesNothing() {
        String multipart =
                "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"/etc/passwd\"\r\n\r\nhi\r\n--x--";
        var answer = site.send(anna.request("POST", "/api/uploads?name=a", multipart)
                .header("Content-Type", "multipart/form-data; boundary=x"));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(site.files.files.values()).containsExactly(multipart.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tooLargeIsRefusedAnnouncedOrNotAndSoIsNothing() {
        assertThat(upload("a", new byte[FakeFiles.MOST + 1]).statusCode()).isEqualTo(413);
        var chunked = anna.request("POST", "/api/uploads?name=a", "")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[FakeFiles.MOST + 1])));
        assertThat(site.send(chunked).statusCode()).isEqualTo(413);
        assertThat(upload("a", new byte[0]).statusCode()).isEqualTo(422);
        assertThat(upload("a", new byte[FakeFiles.MOST]).statusCode()).isEqualTo(201);
    }

    @Test
    void nobodyUploadsWithoutASessionAndItsToken() {
        assertThat(site.post("/api/uploads?name=a", "bytes").statusCode()).isEqualTo(401);
        assertThat(site.send(anna.request("POST", "/api/uploads?name=a", "bytes")
                                .setHeader("X-CSRF-Token", "another"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(site.desk.uploads).isEmpty();
    }

    @Test
    void anAgentSendsTheirOwnUploadAndNobodyElses() {
        site.inbox.queued(700);
        stored(6, 0, "anna", "list.pdf", "", "bytes");
        stored(7, 0, "boris", "a", "", "bytes");
        stored(8, 9, "anna", "a", "", "bytes");
        assertThat(file("6").statusCode()).isEqualTo(202);
        assertThat(site.desk.orders).singleElement().satisfies(order -> {
            var what = (What.File) order.what();
            assertThat(what.text()).isEqualTo("Here it is");
            assertThat(what.file().name()).isEqualTo("list.pdf");
        });
        for (String other : new String[] {"7", "8", "9", "x", "-1"}) {
            assertThat(file(other).statusCode()).as(other).isEqualTo(422);
        }
        assertThat(site.desk.orders).hasSize(1);
    }

    @Test
    void severalUploadsAreOneAlbumWithTheTextBelowTheFirst() {
        site.inbox.queued(700);
        stored(6, 0, "anna", "a.png", "", "bytes");
        stored(7, 0, "anna", "b.png", "", "bytes");
        stored(8, 0, "boris", "c.png", "", "bytes");
        assertThat(file("6,7").statusCode()).isEqualTo(202);
        assertThat(site.desk.orders).singleElement().satisfies(order -> {
            var album = (What.Album) order.what();
            assertThat(album.files()).extracting(What.File::text).containsExactly("Here it is", "");
            assertThat(dev.frontdesk.engine.desk.Order.of(1, order.payload()).what())
                    .as("as it lies in the mailbox")
                    .isEqualTo(album);
        });
        assertThat(file("6,8").statusCode()).isEqualTo(422);
        assertThat(file("6,6,6,6,6,6,6,6,6,6,6").statusCode()).isEqualTo(422);
        assertThat(site.desk.orders).hasSize(1);
    }

    private HttpResponse<String> file(String upload) {
        return site.send(anna.request(
                "POST",
                "/api/conversations/700/file",
                "{\"id\":\"" + UUID.randomUUID() + "\",\"upload\":\"" + upload + "\",\"text\":\"Here it is\"}"));
    }
}
