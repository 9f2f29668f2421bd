package dev.frontdesk.channel.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.channel.email.automatic.Origin;
import dev.frontdesk.channel.email.reply.Reply;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mails made to cost: each is read, judged and trimmed with memory of a few times its size. What is allocated is counted, not
 * timed, for the count is the same on every machine; whatever takes time beyond one pass allocates on its way.
 */
class HostileMailTest {
    private static final int SIZE = 8 << 20;

    static Stream<Arguments> mails() {
        return Stream.of(
                of("e3_parentheses", () -> "From: " + "(".repeat(200_000) + "\n\nhi"),
                of("e3_brackets", () -> "From: " + "<".repeat(200_000) + ">\n\nhi"),
                of("e3_commas", () -> "To: " + "a@b.example,".repeat(40_000) + "\n\nhi"),
                of("e9_references", () -> "References: " + "<a@b> ".repeat(800_000) + "\n\nhi"),
                of("e14_long_header", () -> "Subject: " + "x".repeat(20 << 20) + "\n\nhi"),
                of("e14_folded", () -> "Subject: a" + "\n ".repeat(SIZE / 2) + "\n\nhi"),
                of("e15_many_headers", () -> "X-A: b\n".repeat(200_000) + "\n\nhi"),
                of("words", () -> "Subject: " + "=?utf-8?q?".repeat(26_000) + "\n\nhi"),
                of("e24_nested_4000", () -> nested(4_000)),
                of("e24_nested", () -> nested(200_000)),
                of(
                        "e25_50000_parts",
                        () -> "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n\n".repeat(50_000)),
                of("e25_parts", () -> "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n".repeat(SIZE / 4)),
                of(
                        "e25_headers",
                        () -> "Content-Type: multipart/mixed; boundary=b\n\n"
                                + ("--b\n" + "a:\n".repeat(5_000)).repeat(499)),
                of("e26_mails_in_mails", () -> "Content-Type: message/rfc822\n\n".repeat(2_000) + "hi"),
                of("e26_encoded", () -> encoded(15)),
                of("e31_tags", () -> html("<div>")),
                of("e31_comments", () -> html("<!--")),
                of("e31_scripts", () -> html("<script></x")),
                of("e31_heads", () -> html("<head></x")),
                of("e31_quotes", () -> html("<blockquote>a")),
                of("e31_attributes", () -> html("<img alt=\"")),
                of("e31_styles", () -> html("<style>@import 'a';")),
                of(
                        "many_htmls",
                        () -> "Content-Type: multipart/mixed; boundary=b\n\n"
                                + ("--b\nContent-Type: text/html\n\n" + "<p>x</p>".repeat(2_000) + "\n").repeat(490)),
                of("newlines", () -> "Subject: a\n\n" + "\n".repeat(SIZE)),
                of("quotes", () -> "Subject: a\n\n" + ">\n".repeat(SIZE / 2)),
                of(
                        "attributions",
                        () -> "Subject: a\n\nx\n" + "On 2026-01-01 10:00 a@b wrote:\n> x\n".repeat(SIZE / 34)),
                of(
                        "bounce",
                        () -> "From: mailer-daemon@x\nSubject: failure notice\n\n"
                                + "<a@b.example>: 550 5.1.1\n".repeat(SIZE / 25)),
                of("soft_breaks", () -> "Content-Transfer-Encoding: quoted-printable\n\n" + "= ".repeat(SIZE / 2)),
                of("e18_utf7", () -> "Content-Type: text/plain; charset=utf-7\n\n" + "+AAA-".repeat(SIZE / 5)));
    }

    private static Arguments of(String name, Supplier<String> mail) {
        return Arguments.of(name, mail);
    }

    private static String nested(int deep) {
        var mail = new StringBuilder();
        for (int i = 0; i < deep; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        return mail.append("\nhi\n").toString();
    }

    private static String encoded(int deep) {
        var mail = "Subject: a\n\n" + "x".repeat(60_000);
        for (int i = 0; i < deep; i++) {
            mail = "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
                    + Base64.getEncoder().encodeToString(mail.getBytes(ISO_8859_1));
        }
        return mail;
    }

    private static String html(String piece) {
        return "Content-Type: text/html\n\n" + piece.repeat(SIZE / piece.length());
    }

    private static Mail whole(byte[] bytes) {
        var mail = new MailReader().read(bytes);
        assertThat(Origin.of(mail)).isNotNull();
        assertThat(Reply.of(mail.text()).text().length())
                .isLessThanOrEqualTo(mail.text().length());
        return mail;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void a_hostile_mail_costs_no_more_than_its_bytes(String name, Supplier<String> made) {
        var bytes = made.get().getBytes(ISO_8859_1);
        var memory = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        whole(bytes);
        long before = memory.getCurrentThreadAllocatedBytes();

        var mail = whole(bytes);

        assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(200L << 20);
        assertThat(mail.root().all().count())
                .isLessThanOrEqualTo(Limits.standard().parts());
        assertThat(mail.text().length()).isLessThanOrEqualTo(Limits.standard().text());
    }

    @Test
    void a_mail_over_the_limit_is_its_headers_and_its_beginning() {
        var mail = whole(("Subject: big\n\n" + "x".repeat(26 << 20)).getBytes(ISO_8859_1));

        assertThat(mail.subject()).isEqualTo("big");
        assertThat(mail.text()).startsWith("xxx").hasSizeLessThan(1 << 20);
        assertThat(mail.notes()).singleElement().asString().contains("bigger than 25 MB");
    }

    @Test
    void what_is_cut_broken_or_shuffled_is_read_all_the_same() {
        var random = new Random(7);
        var sample = ("From: =?utf-8?B?w5xi?= <a@example.org>\nContent-Type: multipart/mixed; boundary=\"b\"\n\n--b\n"
                        + "Content-Type: text/html; charset=utf-16\nContent-Transfer-Encoding: base64\n\nPGI+\n--b\n"
                        + "Content-Type: message/rfc822\n\nSubject: x\n\nOn 1.1.2026 10:00 a@b wrote:\n> y\n-- \nz\n--b--\n")
                .getBytes(ISO_8859_1);
        for (int round = 0; round < 5_000; round++) {
            var bytes = Arrays.copyOf(sample, 1 + random.nextInt(sample.length));
            for (int i = random.nextInt(6); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(whole(bytes)).as("round %d of seed 7", round).isNotNull();
        }
    }
}
