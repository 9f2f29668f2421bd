package dev.frontdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.api.channel.SenderCheck;
import dev.frontdesk.engine.model.Letterhead;
import dev.frontdesk.engine.model.Message;
import dev.frontdesk.engine.port.InboxReads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters as they looked: nothing in them runs, loads or leaves its frame. */
class LettersTest {
    private static final String PNG = "\u0089PNG\r\n\u001a\n0123456789";

    private final Site site = new Site();
    private static final SenderCheck CHECK = new SenderCheck(SenderCheck.Finding.CONFIRMED, "mx.desk.example");

    private final Browser anna = site.signedIn("anna");

    @AfterEach
    void close() {
        site.close();
    }

    private void letter(long id, String html, String original) {
        var message = new Message(
                id,
                7,
                20,
                Message.Direction.IN,
                Message.Author.CONTACT,
                "",
                "site",
                "site:m" + id,
                new Content.Rich("What I wrote", html, original, List.of()),
                "",
                null,
                2_000,
                0,
                new Letterhead("My lamp", "1@ada", "", "eve@x", "Eve", Optional.of(CHECK)));
        site.inbox.lines.put(id, new InboxReads.Line(message, null, ""));
    }

    private String shown(String html) {
        letter(5, html, "");
        return anna.get("/api/messages/5/letter").body();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)><script>alert(1)</script></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\" java\nscript:alert(1)\">x</a>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
                "<iframe src=https://evil.example></iframe><object data=x></object><embed src=x>",
                "<form action=https://evil.example><input name=password><button>go</button></form>",
                "<base href=https://evil.example/><meta http-equiv=refresh content='0;url=https://evil.example'>",
                "<link rel=stylesheet href=https://evil.example/x.css><style>@import 'https://evil.example'</style>",
                "<div style=\"background:url(https://evil.example)\">x</div>",
                "<p style=\"position:fixed;inset:0\">over all</p>",
                "<body onload=alert(1)><p onclick=alert(1)>x</p>",
                "<video src=https://evil.example/v autoplay></video><audio src=https://evil.example/a>",
                "<img src=https://evil.example/pixel.gif width=1 height=1>",
                "<img srcset=\"https://evil.example/p 1x\" src=x>",
                "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">"
            })
    void nothingThatActsOrLoadsIsLeftInALetter(String html) {
        String body = shown("<p>before</p>" + html);
        String inside = body.substring(body.indexOf("<body>"));
        assertThat(inside.toLowerCase(java.util.Locale.ROOT))
                .contains("before")
                .doesNotContain(
                        "<script",
                        "onerror",
                        "onload",
                        "onclick",
                        "javascript:",
                        "<iframe",
                        "<object",
                        "<embed",
                        "<form",
                        "<input",
                        "<base",
                        "<meta",
                        "<link",
                        "<svg",
                        "<math",
                        "<video",
                        "<audio",
                        "evil.example\"",
                        "position:",
                        "srcset",
                        "src=");
    }

    @Test
    void itsFrameHasNoOriginAndItsPolicyAllowsNothing() {
        letter(5, "<p>Hello</p>", "");
        var answer = anna.get("/api/messages/5/letter");
        assertThat(header(answer, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(header(answer, "Content-Security-Policy"))
                .startsWith("sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; ")
                .contains("frame-ancestors 'self'")
                .endsWith("img-src data:")
                .doesNotContain("allow-scripts", "allow-same-origin");
        assertThat(header(anna.get("/api/messages/5/letter?pictures=1"), "Content-Security-Policy"))
                .endsWith("img-src data: https: http:");
    }

    @Test
    void picturesFromElsewhereComeWhenTheReaderAsksForThem() {
        letter(5, "<img src='https://shop.example/logo.png' alt='Logo'>", "");
        assertThat(anna.get("/api/messages/5/letter").body())
                .doesNotContain("shop.example")
                .contains("Logo");
        assertThat(anna.get("/api/messages/5/letter?pictures=1").body()).contains("https://shop.example/logo.png");
    }

    @Test
    void theLettersOwnPicturesAreInThePageForWhatTheirBytesSay() throws IOException {
        letter(5, "<img src='cid:0'><img src='cid:1'><img src='cid:9'><img src='cid:x'>", "");
        stored(1, 5, 0, PNG);
        stored(2, 5, 1, "<svg onload=alert(1)>");
        String body = anna.get("/api/messages/5/letter").body();
        assertThat(body).containsOnlyOnce("data:image/png;base64,").doesNotContain("svg", "cid:");
    }

    private void stored(long id, long message, int n, String latin) throws IOException {
        var file =
                site.files.put("a", "image/png", new ByteArrayInputStream(latin.getBytes(StandardCharsets.ISO_8859_1)));
        site.inbox.attachments.put(
                id,
                new Attachment(
                        id, message, n, 7, "site", "image", "", file, "", Attachment.State.STORED, 0, 0, 0, "", 0));
    }

    @Test
    void whatIsTooDeepOrTooLongToBeALetterIsShownAsText() {
        assertThat(shown("<div>".repeat(201) + "deep"))
                .contains("<pre")
                .contains("What I wrote")
                .doesNotContain("deep");
        assertThat(shown("<b>".repeat(100) + "fine" + "</b>".repeat(100))).contains("fine");
        assertThat(shown("<br>".repeat(5_000) + "fine")).contains("fine");
        assertThat(shown("x".repeat(256 * 1024 + 1))).contains("What I wrote");
    }

    @Test
    void linksOpenElsewhereAndTellNobodyWhereFrom() {
        assertThat(shown("<a href='https://shop.example/a?b=1'>shop</a>"))
                .contains("href=\"https://shop.example/a?b=1\"")
                .contains("target=\"_blank\"")
                .contains("rel=\"noopener noreferrer nofollow\"");
    }

    @Test
    void onlyLettersHaveOneAndOnlyAgentsSeeIt() {
        site.inbox.said(6, 7, 30, "no letter");
        assertThat(anna.get("/api/messages/6/letter").statusCode()).isEqualTo(404);
        assertThat(anna.get("/api/messages/404/letter").statusCode()).isEqualTo(404);
        assertThat(anna.get("/api/messages/x/letter").statusCode()).isEqualTo(404);
        letter(5, "<p>Hello</p>", "");
        assertThat(site.get("/api/messages/5/letter").statusCode()).isEqualTo(401);
    }

    @Test
    void theThreadTellsTheSubjectTheWriterAndThatThereIsMore() {
        site.inbox.queued(700);
        letter(5, "<p>Hello</p>", "What I wrote\n> what you wrote");
        assertThat(anna.get("/api/conversations/700").body())
                .contains("\"subject\":\"My lamp\"")
                .contains("\"writer\":{\"identity\":\"eve@x\",\"name\":\"Eve\"}")
                .contains("\"sender\":{\"finding\":\"confirmed\",\"by\":\"mx.desk.example\"}")
                .contains("\"original\":\"What I wrote\\n> what you wrote\"")
                .contains("\"html\":true")
                .doesNotContain("<p>Hello");
    }
}
