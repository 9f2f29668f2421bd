package dev.frontdesk.channel.email.automatic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.channel.email.automatic.Origin.Automatic;
import dev.frontdesk.channel.email.automatic.Origin.Bounce;
import dev.frontdesk.channel.email.automatic.Origin.FeedbackReport;
import dev.frontdesk.channel.email.automatic.Origin.Kind;
import dev.frontdesk.channel.email.automatic.Origin.Outcome;
import dev.frontdesk.channel.email.automatic.Origin.Person;
import dev.frontdesk.channel.email.automatic.Origin.ReadReceipt;
import dev.frontdesk.channel.email.mime.MailReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
    private static final String FAILED = """
            Return-Path: <>
            From: Mail Delivery System <MAILER-DAEMON@mx.example>
            To: help@desk.example
            Subject: Undelivered Mail Returned to Sender
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b

            I'm sorry.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; nobody@example.org
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 <nobody@example.org>: User
             unknown

            --b
            Content-Type: message/rfc822

            Message-ID: <ours.1@desk.example>
            To: nobody@example.org

            Hello
            --b--
            """;

    private static Origin of(String mail) {
        return Origin.of(new MailReader().read(mail.getBytes(StandardCharsets.UTF_8)));
    }

    private static String with(String header) {
        return "From: Anna <anna@example.org>\nSubject: Hello\n" + header + "\n\nText\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REPLY|Auto-Submitted: auto-replied",
                "REPLY|Auto-Submitted: auto-replied (vacation)",
                "NOTICE|Auto-Submitted: auto-generated",
                "REPLY|X-Autoreply: yes",
                "REPLY|X-Autorespond: Re: Hello",
                "REPLY|X-FC-MachineGenerated: true",
                "REPLY|Precedence: auto_reply",
                "REPLY|Delivered-To: Autoresponder",
                "REPLY|X-Frontdesk-Loop: 1",
                "NOTICE|X-Auto-Response-Suppress: All",
                "NOTICE|Return-Path: <>",
                "LIST|Precedence: bulk",
                "LIST|List-Id: <a.example.org>",
                "LIST|List-Unsubscribe: <mailto:leave@example.org>",
            })
    void e36_e38_a_header_gives_a_program_away(Kind kind, String header) {
        assertThat(of(with(header)))
                .isInstanceOfSatisfying(
                        Automatic.class,
                        automatic -> assertThat(automatic.kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Automatic reply: Hello",
                "Out of Office: Hello",
                "Abwesenheitsnotiz: Hallo",
                "Réponse automatique : Bonjour",
                "Автоответ: Привет",
                "自动回复: 你好",
            })
    void e36_so_does_the_subject(String subject) {
        assertThat(of("From: anna@example.org\nSubject: " + subject + "\n\nI am away.\n"))
                .isInstanceOfSatisfying(
                        Automatic.class,
                        automatic -> assertThat(automatic.kind()).isEqualTo(Kind.REPLY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-reply@example.org",
                "do_not_reply@example.org",
                "postmaster@example.org",
                "shop-noreply@example.org"
            })
    void so_does_a_sender_that_takes_no_answers(String from) {
        assertThat(of("From: " + from + "\nSubject: Hello\n\nText\n")).isInstanceOf(Automatic.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: no",
                "Precedence: normal",
                "X-Priority: 1",
                "X-Autoreply: no",
                "Return-Path: <anna@example.org>",
                "X-Mailer: Outlook",
            })
    void what_people_send_is_theirs(String header) {
        assertThat(of(with(header))).isInstanceOf(Person.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Re: Out of office",
                "My mail delivery failed, help!",
                "Undeliverable parcel",
                "Fwd: Returned mail: User unknown"
            })
    void a_person_may_write_of_such_things(String subject) {
        assertThat(of("From: anna@example.org\nSubject: " + subject + "\n\n550 5.1.1 it says\n"))
                .isInstanceOf(Person.class);
    }

    @Test
    void e37_a_report_names_the_mail_and_the_recipient() {
        assertThat(of(FAILED)).isInstanceOfSatisfying(Bounce.class, bounce -> {
            assertThat(bounce.original()).contains("ours.1@desk.example");
            assertThat(bounce.failed()).isTrue();
            assertThat(bounce.recipients()).singleElement().satisfies(recipient -> {
                assertThat(recipient.address()).isEqualTo("nobody@example.org");
                assertThat(recipient.outcome()).isEqualTo(Outcome.FAILED);
                assertThat(recipient.status()).isEqualTo("5.1.1");
                assertThat(recipient.hard()).isTrue();
                assertThat(recipient.why()).endsWith("User unknown");
            });
        });
    }

    @Test
    void e37_a_report_without_the_mail_is_one_all_the_same() {
        var without = FAILED.substring(0, FAILED.indexOf("--b\nContent-Type: message/rfc822")) + "--b--\n";

        assertThat(of(without))
                .isInstanceOfSatisfying(
                        Bounce.class, bounce -> assertThat(bounce.original()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"delayed,4.4.1,DELAYED", "delivered,2.0.0,DELIVERED", "relayed,2.0.0,DELIVERED", "failed,5.2.2,FAILED"})
    void e37_what_did_not_fail_for_good_is_not_hard(String action, String status, Outcome outcome) {
        var mail = FAILED.replace("Action: failed", "Action: " + action)
                .replace("Status: 5.1.1", "Status: " + status)
                .replace("550 5.1.1 <nobody@example.org>: User", "452 " + status + " mailbox quota, not the user")
                .replace("\n unknown", "\n exceeded");

        assertThat(of(mail))
                .isInstanceOfSatisfying(
                        Bounce.class,
                        bounce -> assertThat(bounce.recipients())
                                .singleElement()
                                .satisfies(recipient -> {
                                    assertThat(recipient.outcome()).isEqualTo(outcome);
                                    assertThat(recipient.hard()).isFalse();
                                }));
    }

    @Test
    void e37_servers_that_only_talk_are_understood() {
        var mail = """
                Return-Path: <>
                From: MAILER-DAEMON@mx.example
                To: help@desk.example
                Subject: failure notice

                Hi. This is the mail program at mx.example.

                <gone@example.org>:
                550 5.1.1 No such user here

                --- Below this line is a copy of the message.

                Message-ID: <ours.2@desk.example>
                """;

        assertThat(of(mail)).isInstanceOfSatisfying(Bounce.class, bounce -> {
            assertThat(bounce.original()).contains("ours.2@desk.example");
            assertThat(bounce.recipients()).singleElement().satisfies(recipient -> {
                assertThat(recipient.address()).isEqualTo("gone@example.org");
                assertThat(recipient.hard()).isTrue();
            });
        });
    }

    @Test
    void a_complaint_names_the_mail_it_is_about() {
        var mail = """
                From: fbl@provider.example
                Subject: report
                Content-Type: multipart/report; report-type=feedback-report; boundary=b

                --b
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                Original-Rcpt-To: <anna@example.org>
                --b
                Content-Type: message/rfc822

                Message-ID: <ours.3@desk.example>

                Hello
                --b--
                """;

        assertThat(of(mail)).isInstanceOfSatisfying(FeedbackReport.class, report -> {
            assertThat(report.type()).isEqualTo("abuse");
            assertThat(report.original()).contains("ours.3@desk.example");
            assertThat(report.recipient()).contains("anna@example.org");
        });
    }

    @Test
    void e39_a_receipt_says_whether_it_was_read() {
        var mail = """
                From: anna@example.org
                Content-Type: multipart/report; report-type=disposition-notification; boundary=b

                --b
                Content-Type: message/disposition-notification

                Final-Recipient: rfc822;anna@example.org
                Original-Message-ID: <ours.4@desk.example>
                Disposition: manual-action/MDN-sent-manually; displayed
                --b--
                """;

        assertThat(of(mail)).isInstanceOfSatisfying(ReadReceipt.class, receipt -> {
            assertThat(receipt.read()).isTrue();
            assertThat(receipt.original()).contains("ours.4@desk.example");
        });
        assertThat(of(mail.replace("displayed", "deleted")))
                .isInstanceOfSatisfying(
                        ReadReceipt.class, receipt -> assertThat(receipt.read()).isFalse());
    }
}
