package dev.frontdesk.bench.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.bench.StoreKind;
import dev.frontdesk.bench.mail.MailBench.Letter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands say of mails and replies that are known. */
class MailBenchTest {
    private static final String PERSON = "From: a@example.org\nMessage-ID: <1@x>\nSubject: Hi\n\nHello\n";
    private static final String AWAY =
            "From: b@example.org\nMessage-ID: <2@x>\nAuto-Submitted: auto-replied\n\nI am away\n";
    private static final String BOUNCE =
            "From: MAILER-DAEMON@x\nMessage-ID: <3@x>\nSubject: failure notice\n\n<c@example.org>:\n550 5.1.1 no such user\n";
    private static final String PARTS =
            "Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b\nContent-Type: message/rfc822\n\nSubject: x\n\ntwo\n--b--\n";

    @TempDir
    Path folder;

    private Tally tally(String... mails) throws Exception {
        for (int i = 0; i < mails.length; i++) {
            Files.writeString(folder.resolve(i + ".eml"), mails[i]);
        }
        return MailBench.run(MailBench.files(folder), Optional.of(new Expectations(folder)), StoreKind.SQLITE);
    }

    @Test
    void every_mail_is_counted_as_what_it_is() throws Exception {
        var tally = tally(PERSON, AWAY, BOUNCE, "");

        assertThat(tally.toString())
                .startsWith("files=4 messages=2 automatic=1 bounces=1 exceptions=0 lost=0 max_cpu_ms=");
        assertThat(tally.clean()).isTrue();
        assertThat(tally.oddities()).anyMatch(line -> line.startsWith("3.eml: has no sender"));
    }

    @Test
    void a_mail_that_came_before_is_odd_and_not_lost() throws Exception {
        var tally = tally(PERSON, PERSON);

        assertThat(tally.lost).isZero();
        assertThat(tally.oddities()).containsExactly("1.eml: was there before");
    }

    @Test
    void parts_are_compared_with_what_is_expected_of_them() throws Exception {
        Files.writeString(
                folder.resolve("0.xml"),
                "<message>\n<header>\n<field>\nContent-Type: multipart/mixed; boundary=b</field>\n</header>\n<multipart>\n"
                        + "<body-part>\n<header>\n</header>\n<body>\none</body>\n</body-part>\n<body-part>\n<header>\n<field>\n"
                        + "Content-Type: message/rfc822</field>\n</header>\n<message>\n<header>\n<field>\nSubject: x</field>\n"
                        + "</header>\n<body>\ntwo</body>\n</message>\n</body-part>\n</multipart>\n</message>\n");
        var expectations = new Expectations(folder);
        var letters = List.of(new Letter("0.eml", PARTS.getBytes(UTF_8)));

        assertThat(MailBench.run(letters, Optional.of(expectations), StoreKind.SQLITE).alike)
                .isEqualTo(1);
        var other = List.of(new Letter("0.eml", PERSON.getBytes(UTF_8)));
        assertThat(MailBench.run(other, Optional.of(expectations), StoreKind.SQLITE))
                .satisfies(tally -> {
                    assertThat(tally.described).isEqualTo(1);
                    assertThat(tally.alike).isZero();
                    assertThat(tally.oddities()).anyMatch(line -> line.contains("has other parts"));
                });
    }

    @Test
    void replies_are_compared_line_by_line() throws IOException {
        var emails = Files.createDirectories(folder.resolve("emails"));
        var trimmed = Files.createDirectories(folder.resolve("trimmed"));
        Files.writeString(emails.resolve("a"), "Yes\n\n> Is it?\n");
        Files.writeString(trimmed.resolve("a"), "Yes\n");
        Files.writeString(emails.resolve("b"), "One\ntwo");
        Files.writeString(trimmed.resolve("b"), "One\n");

        assertThat(RepliesBench.compare(emails, trimmed).toString())
                .isEqualTo("texts=2 exact=1 char_precision=0.6667 char_recall=1.0000");
    }
}
