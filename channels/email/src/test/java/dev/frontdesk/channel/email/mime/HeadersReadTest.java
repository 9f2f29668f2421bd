package dev.frontdesk.channel.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What senders write into headers, and what is made of it. */
class HeadersReadTest {

    private static List<String> addresses(String from) {
        return Mails.bytes("From: " + from + "\n\nHello").from().stream()
                .map(Mailbox::address)
                .toList();
    }

    private static String subject(String value) {
        return Mails.bytes("Subject: " + value + "\n\nHello").subject();
    }

    @Test
    void e1_a_mail_from_nobody_is_a_mail() {
        assertThat(Mails.read("Subject: Hello\n\nText").from()).isEmpty();
        assertThat(Mails.read("From:\n\nText").text()).isEqualTo("Text");
    }

    @Test
    void e2_of_several_senders_each_is_read() {
        assertThat(addresses("a@example.org, B <b@example.org>\nFrom: c@example.org"))
                .containsExactly("a@example.org", "b@example.org", "c@example.org");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Friends: a@example.org, b@example.org;|a@example.org b@example.org",
                "Anna (at (home)) <a@example.org>|a@example.org",
                "a@example.org (Anna)|a@example.org",
                "<@relay.example,@other.example:a@example.org>|a@example.org",
                "\"a@example.org\" <a@example.org>|a@example.org",
                "Anna <a@example.org|a@example.org",
                "Anna a@example.org|a@example.org",
                "'a@example.org'|a@example.org",
                "<mailto:a@example.org>|a@example.org",
                "a@Example.ORG.|a@example.org",
                "\"Smith, Anna\" <a@example.org>|a@example.org",
                "Anna <<a@example.org>>|a@example.org",
                "undisclosed-recipients:;|",
                "Anna|",
                "@|",
                "a@@|",
                "<>|",
                "a b@|",
                ",;:()<>|",
            })
    void e3_addresses_are_read_as_people_and_programs_write_them(String from, String expected) {
        assertThat(String.join(" ", addresses(from))).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void e4_e5_who_wrote_and_where_answers_go_is_kept_apart() {
        var mail = Mails.read("From: help@desk.example\nSender: s@example.org\nReply-To: r@example.org\n\nHello");

        assertThat(mail.from()).extracting(Mailbox::address).containsExactly("help@desk.example");
        assertThat(mail.sender()).map(Mailbox::address).contains("s@example.org");
        assertThat(mail.replyTo()).extracting(Mailbox::address).containsExactly("r@example.org");
    }

    @Test
    void an_address_never_holds_what_could_become_a_header() {
        for (var evil :
                List.of("a\r\nBcc: x@example.org", "a@b.example>\rX: y", "\"a\\\nb\"@example.org", "a\0@b.example")) {
            assertThat(Mails.bytes("From: <" + evil + ">\n\nHello").from())
                    .allSatisfy(from -> assertThat(from.address()).doesNotContainPattern("[\\s<>\\x00-\\x1f]"));
        }
    }

    @Test
    void e6_e7_an_id_is_what_the_sender_says_or_nothing() {
        assertThat(Mails.read("Subject: a\n\nHello").messageId()).isEmpty();
        assertThat(Mails.read("Message-ID: <1@a>\n\nHello").messageId()).contains("1@a");
        assertThat(Mails.read("Message-ID: 1@a\n\nHello").messageId()).contains("1@a");
        assertThat(Mails.read("Message-ID: <>\n\nHello").messageId()).isEmpty();
    }

    @Test
    void e8_a_long_or_folded_id_stays_one_line() {
        assertThat(Mails.read("Message-ID:\r\n <1@\r\n a>\r\n\r\nHello").messageId())
                .contains("1@a");
        assertThat(Mails.read("Message-ID: <" + "x".repeat(10_000) + "@a>\n\nHello")
                        .messageId())
                .hasValueSatisfying(id -> assertThat(id).hasSize(998));
    }

    @Test
    void e9_references_are_bounded_and_each_counts_once() {
        assertThat(Mails.read("References: " + "<a@x> <b@x> ".repeat(20_000) + "\n\nHello")
                        .references())
                .containsExactly("a@x", "b@x");
        var many = new StringBuilder("References:");
        for (int i = 0; i < 400_000; i++) {
            many.append(" <").append(i).append("@x>");
        }
        assertThat(Mails.read(many + "\n\nHello").references())
                .hasSizeLessThanOrEqualTo(200)
                .startsWith("0@x", "1@x");
    }

    @Test
    void e10_what_a_mail_answers_is_read_from_words_too() {
        assertThat(Mails.read("In-Reply-To: Your message of \"Mon\" <1@a> (from b@c)\n\nHello")
                        .inReplyTo())
                .containsExactly("1@a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thu, 1 Jan 1970 00:00:00 +0000|1970-01-01T00:00:00Z",
                "Fri, 31 Dec 2099 23:59:59 GMT|2099-12-31T23:59:59Z",
                "11 Feb 98 11:51 CST|1998-02-11T17:51:00Z",
                "Tue, 3 Nov 2026 10:00:00 +0200 (EET)|2026-11-03T08:00:00Z",
                "Tue Nov  3 10:00:00 2026|2026-11-03T10:00:00Z",
                "2026-11-03T10:00:00+02:00|2026-11-03T08:00:00Z",
                "Tue, 03 November 2026 10:00 -0500|2026-11-03T15:00:00Z",
            })
    void e12_a_date_is_read_however_it_is_written(String value, Instant expected) {
        assertThat(Mails.with("Date: " + value).date()).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "Tue, 45 Nov 2026 10:00:00 +0000",
                "Tue, 3 Nov 2026 99:00:00 +0000",
                "3 3 3",
                ":::"
            })
    void e12_what_is_no_date_is_none(String value) {
        assertThat(Mails.with("Date: " + value).date()).isEmpty();
    }

    @Test
    void e13_subjects_are_decoded_and_repaired() {
        assertThat(subject("=?utf-8?Q?Gr=C3?= =?utf-8?Q?=BC=C3=9Fe?=")).isEqualTo("Grüße");
        assertThat(subject("=?UTF-8?B?0J/RgNC4?=\n =?UTF-8?B?0LLQtdGC?=")).isEqualTo("Привет");
        assertThat(subject("=?x-nothing?Q?Gr=C3=BC=C3=9Fe?=")).isEqualTo("Grüße");
        assertThat(subject("=?utf-8?Q?unfinished")).isEqualTo("=?utf-8?Q?unfinished");
        assertThat(subject("=?utf-8?X?abc?=")).isEqualTo("=?utf-8?X?abc?=");
        assertThat(subject("Re: =?iso-8859-1*de?Q?Gr=FC=DFe?= (a)")).isEqualTo("Re: Grüße (a)");
        assertThat(subject("=?iso-2022-jp?B?GyRCJCIbKEI=?=")).isEqualTo("あ");
    }

    @Test
    void e13_a_subject_is_one_line_whatever_it_holds() {
        assertThat(subject("=?utf-8?Q?hi=0D=0ABcc:_x@example.org=00?=")).isEqualTo("hi  Bcc: x@example.org");
        assertThat(subject("a".repeat(5_000))).hasSize(1_000);
    }

    @Test
    void e16_raw_bytes_and_names_beyond_ascii_are_read() {
        var utf8 = new String("Grüße".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(subject(utf8)).isEqualTo("Grüße");
        assertThat(subject("Gr\u00fc\u00dfe")).isEqualTo("Grüße");
        assertThat(Mails.read("From: Jörg <jörg@bücher.example>\n\nHello").from())
                .containsExactly(new Mailbox("Jörg", "jörg@xn--bcher-kva.example"));
    }

    @Test
    void e40_all_results_of_checks_are_there_the_topmost_first() {
        assertThat(Mails.with("Authentication-Results: mx.a; dkim=pass\nAuthentication-Results: evil; dkim=pass")
                        .headers()
                        .all("authentication-results"))
                .containsExactly("mx.a; dkim=pass", "evil; dkim=pass");
    }

    @Test
    void e41_a_mail_need_not_name_us() {
        var mail = Mails.read("From: a@example.org\nTo: undisclosed-recipients:;\n\nHello");

        assertThat(mail.to()).isEmpty();
        assertThat(mail.text()).isEqualTo("Hello");
    }

    @Test
    void e14_a_flood_in_one_header_costs_no_other() {
        var mail = Mails.read(
                "X-Flood: " + "x".repeat(3 << 20) + "\nSubject: a\n" + "X-A: b\n".repeat(50_000) + "\nHello");

        assertThat(mail.subject()).isEqualTo("a");
        assertThat(mail.text()).isEqualTo("Hello");
        assertThat(mail.notes()).hasSize(1);
    }

    @Test
    void what_stands_between_good_headers_is_passed_over() {
        var mail = Mails.read("From MAILER Mon Nov  2\nSubject: a\nno header at all\nTo: b@example.org\n\nHello");

        assertThat(mail.subject()).isEqualTo("a");
        assertThat(mail.to()).extracting(Mailbox::address).containsExactly("b@example.org");
        assertThat(mail.text()).isEqualTo("Hello");
    }

    @Test
    void a_forgotten_empty_line_costs_no_text() {
        assertThat(Mails.read("Subject: a\nDear all,\nthis is it.\n").text()).isEqualTo("Dear all,\nthis is it.\n");
        assertThat(Mails.read("Subject: a\n \nDear all,\nthis is it.\n").text()).isEqualTo("Dear all,\nthis is it.\n");
        assertThat(Mails.read("No headers here.\nOnly text.\n").text()).isEqualTo("No headers here.\nOnly text.\n");
    }
}
