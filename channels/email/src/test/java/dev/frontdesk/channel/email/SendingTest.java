package dev.frontdesk.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.MessageId;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Correspondence;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.History;
import dev.frontdesk.api.channel.Outbound;
import dev.frontdesk.api.channel.Participant;
import dev.frontdesk.api.channel.Participant.Standing;
import dev.frontdesk.channel.email.mime.Mail;
import dev.frontdesk.channel.email.mime.MailReader;
import dev.frontdesk.channel.email.mime.Mailbox;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import dev.frontdesk.testkit.channel.Outbounds;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out: headers, threads, copies, and what a server's answer means. */
@Timeout(60)
class SendingTest {
    private static final Address ANN = new Address(
            "ann@people.example",
            new ThreadMark("Broken lamp", "2@people.example", List.of("1@people.example")).written());

    private final PostOffice office = new PostOffice();
    private final FakeChannelContext context = new FakeChannelContext("mail");
    private final Email channel = new Email(settings(office.server.getSmtp().getPort(), false), context);

    @AfterEach
    void close() {
        channel.close();
        office.close();
    }

    private EmailSettings settings(int port, boolean nullSender) {
        var it = office.settings(office.mailbox(
                MailboxSettings.Protocol.IMAP, MailboxSettings.Afterwards.LEAVE, MailboxSettings.Start.NOW));
        var smtp = it.smtp();
        return new EmailSettings(
                it.address(),
                it.name(),
                it.aliases(),
                it.mailboxes(),
                new SmtpSettings(
                        smtp.host(),
                        port,
                        smtp.security(),
                        smtp.user(),
                        smtp.password(),
                        smtp.accessTokenFile(),
                        smtp.caFile(),
                        smtp.perMinute(),
                        nullSender),
                it.replyKey(),
                it.authservId(),
                it.changedSubject(),
                it.automaticPerHour(),
                it.automaticPerDay(),
                it.quote());
    }

    /** An agent's reply with what stands around it. */
    private record Reply(MessageId id, Address to, Content content, Correspondence correspondence) implements Outbound {
        @Override
        public int attempt() {
            return 1;
        }

        @Override
        public Instant deadline() {
            return Instant.MAX;
        }

        @Override
        public boolean automatic() {
            return false;
        }
    }

    private static Reply reply(Content content, Participant... others) {
        var last = new History.Line(
                1, "k", "contact", "", Content.text("My lamp broke\n> really"), Instant.parse("2026-11-23T01:00:00Z"));
        return new Reply(new MessageId(4711), ANN, content, new Correspondence(List.of(others), Optional.of(last)));
    }

    private Mail got(String who) {
        return new MailReader().read(office.receivedMails(who).getLast());
    }

    private Mail sent(Outbound message) throws InterruptedException {
        assertThat(channel.deliver(message)).isInstanceOf(Delivery.Sent.class);
        return got("ann@people.example");
    }

    // ---- what it looks like

    @Test
    void an_answer_stands_in_the_thread_it_answers() throws Exception {
        Mail mail = sent(reply(Content.text("We send a new one")));
        assertThat(mail.subject()).isEqualTo("Re: Broken lamp");
        assertThat(mail.inReplyTo()).containsExactly("2@people.example");
        assertThat(mail.references()).containsExactly("1@people.example", "2@people.example");
        assertThat(mail.from()).containsExactly(new Mailbox("Desk", "support@desk.example"));
        assertThat(mail.text())
                .startsWith(
                        "We send a new one\n\nann@people.example, 2026-11-23 01:00 UTC:\n> My lamp broke\n>> really");
        assertThat(mail.html()).contains("We send a new one<br>").contains("&gt; My lamp broke");
        assertThat(mail.headers().has("Auto-Submitted")).isFalse();
    }

    @Test
    void an_answer_to_an_answer_has_one_re() {
        assertThat(new ThreadMark("AW: Lampe", "", List.of()).answer("x")).isEqualTo("AW: Lampe");
        assertThat(new ThreadMark("Отв: лампа", "", List.of()).answer("x")).isEqualTo("Отв: лампа");
        assertThat(new ThreadMark("Re: Re[2]: Fwd: lamp", "", List.of()).answer("x"))
                .isEqualTo("Re: Re[2]: Fwd: lamp");
        assertThat(Subjects.bare("Re: AW: RE[2]: Fwd: lamp")).isEqualTo("lamp");
        assertThat(Subjects.bare("Reading: a lamp")).isEqualTo("Reading: a lamp");
    }

    @Test
    void replies_come_to_an_address_with_a_token_for_this_contact() throws Exception {
        Mail mail = sent(reply(Content.text("Hello")));
        String back = mail.replyTo().getFirst().address();
        var tokens = new ReplyToken(PostOffice.secret(PostOffice.KEY), "mail");
        assertThat(ReplyToken.claim(back)).hasValueSatisfying(claim -> {
            assertThat(claim.message()).isEqualTo(new MessageId(4711));
            assertThat(tokens.holds(claim, "ann@people.example", context.clock().instant()))
                    .isTrue();
        });
    }

    @Test
    void every_attempt_has_the_same_message_id() throws Exception {
        var first = channel.deliver(reply(Content.text("Hello")));
        var second = channel.deliver(reply(Content.text("Hello")));
        assertThat(first).isEqualTo(second);
        assertThat(office.receivedMails("ann@people.example"))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(new MailReader().read(mail).messageId())
                        .contains(((Delivery.Sent) first).remoteId()));
    }

    @Test
    void what_no_person_wrote_says_so_and_goes_to_the_contact_alone() throws Exception {
        try (var counter = new Counter();
                var automatic = new Email(settings(counter.port(), true), context)) {
            automatic.deliver(Outbounds.to(ANN).text("We got your mail"));
            assertThat(counter.heard())
                    .contains("MAIL FROM:<>", "RCPT TO:<ann@people.example>")
                    .contains("Auto-Submitted: auto-replied", "X-Auto-Response-Suppress: All")
                    .noneMatch(line -> line.startsWith("Cc:"))
                    .noneMatch(line -> line.startsWith("> "));
        }
    }

    @Test
    void copies_go_to_those_who_belong_there() throws Exception {
        Mail mail = sent(reply(
                Content.text("Hello"),
                new Participant("bob@people.example", "Bob", Standing.ACTIVE),
                new Participant("eve@evil.example", "Eve", Standing.PENDING),
                new Participant("old@people.example", "", Standing.REMOVED),
                new Participant("support@desk.example", "", Standing.ACTIVE)));
        assertThat(mail.cc()).containsExactly(new Mailbox("Bob", "bob@people.example"));
        assertThat(office.receivedMails("bob@people.example")).hasSize(1);
        assertThat(office.receivedMails("eve@evil.example")).isEmpty();
    }

    @Test
    void a_file_goes_along_under_a_harmless_name_and_type() throws Exception {
        var bytes = "PDF".getBytes(StandardCharsets.US_ASCII);
        var file = context.attachments()
                .put("../../bill\r\nBcc: all@x.pdf", "message/rfc822", new ByteArrayInputStream(bytes));
        Mail mail = sent(reply(new Content.Media(Content.DOCUMENT, file, "Your bill")));
        assertThat(mail.text()).startsWith("Your bill");
        assertThat(mail.attachments()).singleElement().satisfies(it -> {
            assertThat(it.bytes()).isEqualTo(bytes);
            assertThat(it.mediaType()).isEqualTo("application/octet-stream");
            assertThat(it.name()).doesNotContain("/", "\r", "\n");
        });
        assertThat(mail.headers().has("Bcc")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nBcc: all@x.example",
                "a\nBcc: all@x.example",
                "a\rBcc: all@x.example",
                "=?utf-8?Q?a=0D=0ABcc:_all@x.example?=",
                "a\u2028Bcc: all@x.example\u0085Bcc: b@x.example",
                "\u0000\u001b[31m"
            })
    void nobody_writes_headers_through_ours(String evil) throws Exception {
        var to = new Address(
                "ann@people.example",
                new ThreadMark(evil, evil, List.of(evil, "x@y> <z@z")).written() + "\r\nBcc: c@x.example");
        var others = new Correspondence(
                List.of(
                        new Participant("bob@people.example", evil, Standing.ACTIVE),
                        new Participant("bob@x.example\r\nRCPT TO:<all@x.example>", "", Standing.ACTIVE)),
                Optional.empty());
        assertThat(channel.deliver(new Reply(new MessageId(1), to, Content.text("Hello"), others)))
                .isInstanceOf(Delivery.Sent.class);
        Mail mail = got("ann@people.example");
        assertThat(mail.headers().fields().stream().map(it -> it.name()))
                .doesNotContain("Bcc")
                .doesNotHaveDuplicates();
        assertThat(mail.cc()).hasSize(1);
        assertThat(office.receivedMails("all@x.example")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann",
                "ann@people.example\r\nRCPT TO:<all@x.example>",
                "a b@c.example",
                "<a@b.example>",
                "a@b.example,c@d.example",
                "nobody@unknown.invalid",
                "@b.example"
            })
    void an_address_that_is_none_is_written_to_nowhere(String address) throws Exception {
        assertThat(channel.deliver(Outbounds.to(Address.of(address)).text("Hello")))
                .isInstanceOfSatisfying(
                        Delivery.Rejected.class,
                        rejected -> assertThat(rejected.cause()).isEqualTo(Delivery.Cause.UNREACHABLE));
        assertThat(office.server.getReceivedMessages()).isEmpty();
    }

    // ---- what a server says

    @ParameterizedTest
    @CsvSource({
        "MAIL, 421 going down, Later",
        "MAIL, 451 try again, Later",
        "MAIL, 552 too big, Rejected CONTENT",
        "MAIL, 550 not from you, Rejected OTHER",
        "MAIL, 530 sign in first, Halted",
        "RCPT, 450 grey listed, Later",
        "RCPT, 550 no such user, Rejected UNREACHABLE",
        "RCPT, 554 not here, Rejected OTHER",
        "DATA, 451 later, Later",
        "DATA, '', Later",
        "., 451 later, Later",
        "., 552 too big, Rejected CONTENT",
        "., 554 spam, Rejected OTHER",
        "., '', Unknown"
    })
    void e47_what_a_server_answers_has_a_meaning(String command, String answer, String expected) throws Exception {
        try (var counter = new Counter().answers(command, answer);
                var sending = new Email(settings(counter.port(), false), context)) {
            Delivery delivery = sending.deliver(Outbounds.to(ANN).text("Hello"));
            String what = delivery.getClass().getSimpleName()
                    + (delivery instanceof Delivery.Rejected rejected ? " " + rejected.cause() : "");
            assertThat(what).isEqualTo(expected);
        }
    }

    @Test
    void e47_a_copy_that_is_refused_does_not_make_the_mail_unsent() throws Exception {
        try (var counter = new Counter().answers("RCPT TO:<bob", "550 no such user");
                var sending = new Email(settings(counter.port(), false), context)) {
            var bob = new Participant("bob@people.example", "", Standing.ACTIVE);
            assertThat(sending.deliver(reply(Content.text("Hello"), bob))).isInstanceOf(Delivery.Sent.class);
            assertThat(counter.heard()).contains(".");
        }
    }

    @Test
    void e47_a_server_that_is_not_there_is_tried_later() throws Exception {
        int free;
        try (var counter = new Counter()) {
            free = counter.port();
        }
        try (var sending = new Email(settings(free, false), context)) {
            assertThat(sending.deliver(Outbounds.to(ANN).text("Hello")))
                    .isInstanceOfSatisfying(
                            Delivery.Later.class,
                            later -> assertThat(later.wholeAccount()).isTrue());
        }
    }

    @Test
    void one_connection_carries_several_mails_and_a_dead_one_none() throws Exception {
        try (var counter = new Counter();
                var sending = new Email(settings(counter.port(), false), context)) {
            for (int i = 0; i < 3; i++) {
                assertThat(sending.deliver(Outbounds.to(ANN).text("Hello"))).isInstanceOf(Delivery.Sent.class);
            }
            assertThat(counter.heard())
                    .filteredOn(line -> line.startsWith("EHLO"))
                    .hasSize(1);
            counter.answers("NOOP", Counter.HANG_UP);
            assertThat(sending.deliver(Outbounds.to(ANN).text("Hello"))).isInstanceOf(Delivery.Sent.class);
            assertThat(counter.heard())
                    .filteredOn(line -> line.startsWith("EHLO"))
                    .hasSize(2);
        }
    }
}
