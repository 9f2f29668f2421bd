package dev.frontdesk.channel.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts, pictures and files of a mail, as they come. */
class BodiesTest {

    private static Mail multipart(String type, String... parts) {
        var mail = new StringBuilder(
                "From: a@example.org\nContent-Type: multipart/" + type + "; boundary=b\n\nfor old readers\n");
        for (var part : parts) {
            mail.append("--b\n").append(part).append('\n');
        }
        return Mails.read(mail.append("--b--\n").toString());
    }

    private static String decoded(String charset, byte[] body) {
        return Mails.text("text/plain; charset=" + charset, "8bit", body).text();
    }

    @Test
    void e17_an_unknown_character_set_is_guessed_and_noted() {
        var mail = Mails.text("text/plain; charset=x-made-up", "8bit", "Grüße".getBytes(UTF_8));

        assertThat(mail.text()).isEqualTo("Grüße");
        assertThat(mail.notes()).singleElement().asString().contains("x-made-up");
        assertThat(decoded("x-made-up", "Grüße".getBytes(ISO_8859_1))).isEqualTo("Grüße");
    }

    @Test
    void e18_utf7_is_text_and_nothing_more() {
        assertThat(decoded("utf-7", "+ADw-script+AD4-alert(1)+ADw-/script+AD4- 1 +- 1".getBytes(UTF_8)))
                .isEqualTo("<script>alert(1)</script> 1 + 1");
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-2022-JP,すみません",
        "gb18030,你好",
        "gb2312,你好",
        "Shift_JIS,あいう",
        "EUC-KR,안녕",
        "ks_c_5601-1987,안녕",
        "Big5,你好",
        "koi8-r,Привет",
        "windows-1251,Привет",
        "cp1251,Привет",
        "iso-8859-1,Grüße",
        "iso8859-15,€5",
        "\"utf-8\",Grüße"
    })
    void e19_character_sets_of_the_world_are_read(String name, String text) {
        var charset = name.equals("cp1251")
                ? "windows-1251"
                : name.equals("ks_c_5601-1987") ? "EUC-KR" : name.replace("\"", "");

        assertThat(decoded(
                        name, text.getBytes(Charset.forName(charset.equals("iso8859-15") ? "ISO-8859-15" : charset))))
                .isEqualTo(text);
    }

    @Test
    void e19_utf16_without_a_mark_and_wrong_declarations_are_repaired() {
        assertThat(decoded("utf-16", "Hello there".getBytes(UTF_16LE))).isEqualTo("Hello there");
        assertThat(decoded("utf-16", "Hello there".getBytes(UTF_16BE))).isEqualTo("Hello there");
        assertThat(decoded("us-ascii", "Grüße".getBytes(UTF_8))).isEqualTo("Grüße");
        assertThat(decoded("iso-8859-1", "Grüße".getBytes(UTF_8))).isEqualTo("Grüße");
        assertThat(decoded("utf-8", "Привет, как дела".getBytes(Charset.forName("windows-1251"))))
                .isEqualTo("Привет, как дела");
        assertThat(decoded("", "Привет, как дела".getBytes(Charset.forName("KOI8-R"))))
                .isEqualTo("Привет, как дела");
        assertThat(decoded("utf-8", "a\u00e2\u0082 b".getBytes(ISO_8859_1))).isEqualTo("a\uFFFD b");
    }

    @ParameterizedTest
    @CsvSource({
        "base64,SGVsbG8=,Hello",
        "BASE64;,SGVs bG8,Hello",
        "base64,SGV!s*bG8==SGk=,HelloHi",
        "base64,SGVsbG8A,Hello",
        "quoted-printable,H=65llo=,Hello",
        "quoted-printable,100=% =XY =,'100=% =XY '",
        "quoted-printable;,=48ello,Hello",
        "Quoted Printable,=48ello,Hello",
        "7-bit,Hello,Hello",
    })
    void e20_broken_encodings_are_read_as_far_as_they_go(String encoding, String body, String text) {
        assertThat(Mails.text("text/plain", encoding, body.getBytes(UTF_8)).text())
                .isEqualTo(text);
    }

    @Test
    void e21_an_unknown_encoding_is_shown_as_it_came() {
        var mail = Mails.text("text/plain", "x-magic", "Hello".getBytes(UTF_8));

        assertThat(mail.text()).isEqualTo("Hello");
        assertThat(mail.notes()).singleElement().asString().contains("x-magic");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";;;",
                "text",
                "garbage",
                "text/plain; charset",
                "/",
                "text/plain;;;charset=utf-8",
                "a/b/c",
                "text/\u0000plain"
            })
    void e22_a_type_that_is_none_is_text(String type) {
        assertThat(Mails.text(type, "8bit", "Grüße".getBytes(UTF_8)).text()).isEqualTo("Grüße");
    }

    @Test
    void e23_boundaries_are_found_where_they_are_odd() {
        assertThat(Mails.read("Content-Type: multipart/mixed\n\n--x\nContent-Type: text/plain\n\nHello\n--x--\n"))
                .satisfies(mail -> {
                    assertThat(mail.text()).isEqualTo("Hello");
                    assertThat(mail.notes()).hasSize(1);
                });
        assertThat(Mails.read("Content-Type: multipart/mixed; boundary=1\n\n--1\n\nHello\n--1--\n")
                        .text())
                .isEqualTo("Hello");
        assertThat(Mails.read("Content-Type: multipart/mixed; boundary=\"a\\\"b\"\n\n--a\"b\n\nHello\n--a\"b--\n")
                        .text())
                .isEqualTo("Hello");
        assertThat(Mails.read("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n--bc\nstill\n")
                        .text())
                .isEqualTo("Hello\n--bc\nstill\n");
        assertThat(Mails.read("Content-Type: multipart/mixed; boundary=b\n\nnever\n")
                        .text())
                .isEqualTo("never\n");
    }

    @Test
    void e27_names_of_files_lead_nowhere() {
        assertThat(FileNames.safe("../../../etc/cron.d/x")).isEqualTo("x");
        assertThat(FileNames.safe("C:\\Users\\a\\b.txt")).isEqualTo("b.txt");
        assertThat(FileNames.safe("a\0b\r\nc.txt")).isEqualTo("a_b__c.txt");
        assertThat(FileNames.safe("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
        assertThat(FileNames.safe("..")).isEmpty();
        assertThat(FileNames.safe("x".repeat(4_000) + ".pdf"))
                .hasSizeLessThanOrEqualTo(150)
                .endsWith(".pdf");
    }

    @Test
    void e27_names_in_pieces_are_put_together_over_their_holes() {
        var mail = multipart(
                "mixed",
                "Content-Disposition: attachment; filename*0*=UTF-8''%D0%9F%D1%80; filename*1*=%D0%B8; filename*3=\".txt\"\n\na",
                "Content-Disposition: attachment; filename=\"=?utf-8?Q?Gr=C3=BC=C3=9Fe.txt?=\"\n\nb",
                "Content-Disposition: attachment; filename*=nonsense''%FF.txt\n\nc",
                "Content-Disposition: attachment; filename=two words.txt; size=1\n\nd");

        assertThat(mail.attachments())
                .extracting(Attachment::name)
                .containsExactly("При.txt", "Grüße.txt", "ÿ.txt", "two words.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "application/zip; name=42.zip,42.zip",
        "application/pdf; name=a.pdf,a.pdf",
        "image/svg+xml; name=a.svg,a.svg",
        "application/x-ms-shortcut; name=a.lnk,a.lnk",
        "text/html; name=a.html,a.html",
        "application/ms-tnef,winmail.dat",
        "application/pkcs7-mime,smime.p7m",
        "application/pgp-signature,signature.asc",
        "text/calendar; method=REQUEST,invite.ics",
        "message/delivery-status,delivery-status.txt",
        "application/x-thing,file-1.bin",
    })
    void e28_e29_files_are_kept_as_they_are(String type, String name) {
        var mail = multipart(
                "mixed",
                "Content-Type: text/plain\n\nHello",
                "Content-Type: " + type
                        + "\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nAAEC");

        assertThat(mail.text()).isEqualTo("Hello");
        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo(name);
            assertThat(file.bytes()).containsExactly(0, 1, 2);
        });
    }

    @Test
    void e29_a_mail_within_a_mail_is_a_file_named_by_its_subject() {
        var mail =
                multipart("mixed", "\nSee below", "Content-Type: message/rfc822\n\nSubject: Old: a/b\n\nThe old text");

        assertThat(mail.text()).isEqualTo("See below");
        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("Old_ a b.eml");
            assertThat(new String(file.bytes(), UTF_8)).isEqualTo("Subject: Old: a/b\n\nThe old text");
        });
    }

    @Test
    void e29_a_signed_mail_shows_its_text_and_keeps_its_signature() {
        var mail = multipart(
                "signed", "Content-Type: text/plain\n\nHello", "Content-Type: application/pgp-signature\n\nsig");

        assertThat(mail.text()).isEqualTo("Hello");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("signature.asc");
    }

    @Test
    void e30_html_alone_is_text_too() {
        var mail = multipart(
                "alternative", "Content-Type: text/plain\n\n", "Content-Type: text/html\n\n<p>Hello<br>you</p>");

        assertThat(mail.html()).isEqualTo("<p>Hello<br>you</p>");
        assertThat(mail.text()).isEqualTo("Hello\nyou");
    }

    @Test
    void texts_between_files_follow_one_another() {
        var mail = multipart(
                "mixed", "\nOne", "Content-Type: image/png\n\nx", "\nTwo", "Content-Type: text/html\n\n<b>Three</b>");

        assertThat(mail.text()).isEqualTo("One\n\nTwo\n\nThree");
        assertThat(mail.html()).contains("One", "Two", "<b>Three</b>");
        assertThat(mail.attachments()).hasSize(1);
    }

    @Test
    void e31_html_becomes_text_without_its_machinery() {
        assertThat(HtmlText.of("<head><title>x</title></head><style>p{}</style><script>alert('</p>')</script>"
                        + "<meta http-equiv=refresh content=0><base href=x><form>a</form><svg><text>b</text></svg><math>c</math>"
                        + "<p title=\">\">Hi&nbsp;&amp; bye&#33;<!-- no --></p><ul><li>1<li>2</ul>"))
                .isEqualTo("a\n\nHi & bye!\n\n- 1\n- 2");
        assertThat(HtmlText.of("<p>New</p><blockquote>Old<blockquote>Older</blockquote></blockquote>"))
                .isEqualTo("New\n\n> Old\n\n>> Older");
        assertThat(HtmlText.of("1 < 2 & 3 &unknown; <")).isEqualTo("1 < 2 & 3 &unknown; <");
    }

    @Test
    void e32_a_picture_belongs_to_the_text_whether_or_not_it_is_there() {
        var mail = multipart(
                "related",
                "Content-Type: text/html\n\n<img src=cid:a@x><img src=cid:missing@x>",
                "Content-Type: image/png\nContent-ID: <a@x>\n\nx");

        assertThat(mail.attachments()).singleElement().satisfies(image -> {
            assertThat(image.contentId()).contains("a@x");
            assertThat(image.inline()).isTrue();
        });
    }

    @Test
    void e33_a_tracking_picture_is_left_to_those_who_show_it() {
        assertThat(Mails.text("text/html", "8bit", "<img src=https://spy.example/1.gif>Hi".getBytes(UTF_8)))
                .satisfies(mail -> {
                    assertThat(mail.html()).contains("spy.example");
                    assertThat(mail.text()).isEqualTo("Hi");
                });
    }

    @Test
    void lines_end_alike_whatever_the_machine() {
        assertThat(Mails.bytes("Subject: a\r\n\r\none\r\ntwo\r\n").text()).isEqualTo("one\ntwo\n");
        assertThat(Mails.bytes("Subject: a\r\rone\rtwo\r").text()).isEqualTo("one\ntwo\n");
    }
}
