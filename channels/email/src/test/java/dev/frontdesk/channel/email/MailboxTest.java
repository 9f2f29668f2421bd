package dev.frontdesk.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.api.channel.Batch;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.channel.email.MailboxSettings.Afterwards;
import dev.frontdesk.channel.email.MailboxSettings.Protocol;
import dev.frontdesk.channel.email.MailboxSettings.Start;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import dev.frontdesk.testkit.channel.FakeLease;
import jakarta.mail.Flags;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mailboxes as they are in life: numbers that become void, mails that vanish, connections that are dead without knowing. */
@Timeout(60)
class MailboxTest {
    private final PostOffice office = new PostOffice();
    private final FakeChannelContext context = new FakeChannelContext("mail");
    private Email channel =
            new Email(office.settings(office.mailbox(Protocol.IMAP, Afterwards.LEAVE, Start.ALL)), context);
    private Thread receiver = Thread.currentThread();
    private long fence;

    /** A server's thread may throw when its client goes away; that is no failure of ours. */
    @BeforeEach
    void others() {
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    @AfterEach
    void close() throws Exception {
        stop();
        office.close();
    }

    private void stop() throws InterruptedException {
        if (receiver != Thread.currentThread()) {
            receiver.interrupt();
            receiver.join();
        }
        channel.close();
    }

    private void reads(MailboxSettings... mailboxes) throws InterruptedException {
        stop();
        channel = new Email(office.settings(mailboxes), context);
        var lease = new FakeLease(++fence);
        receiver = Thread.ofVirtual().start(() -> {
            try {
                channel.receiver().orElseThrow().run(lease);
            } catch (Exception e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private MailboxSettings inbox(Afterwards afterwards, Start start) {
        return office.mailbox(Protocol.IMAP, afterwards, start);
    }

    private MailboxSettings through(Wire wire) {
        return through(wire, Duration.ofMillis(200));
    }

    private MailboxSettings through(Wire wire, Duration poll) {
        var it = inbox(Afterwards.LEAVE, Start.ALL);
        return new MailboxSettings(
                it.protocol(),
                it.host(),
                wire.port(),
                it.security(),
                it.user(),
                it.password(),
                it.accessTokenFile(),
                it.caFile(),
                it.folder(),
                poll,
                it.afterwards(),
                it.moveTo(),
                it.start());
    }

    private void mail(String id, String text) {
        office.push(id, "ann", text);
    }

    private void awaitTexts(String... texts) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(texts()).containsExactly(texts));
    }

    private List<String> texts() {
        return context.intake().messages().stream()
                .map(it -> it.content().plainText())
                .toList();
    }

    @Test
    void e41_the_same_mail_in_two_mailboxes_is_one_message() throws Exception {
        office.server.setUser("sales@desk.example", "sales@desk.example", PostOffice.PASSWORD);
        var first = inbox(Afterwards.LEAVE, Start.ALL);
        var second = new MailboxSettings(
                first.protocol(),
                first.host(),
                first.port(),
                first.security(),
                "sales@desk.example",
                first.password(),
                Optional.empty(),
                Optional.empty(),
                "INBOX",
                first.poll(),
                first.afterwards(),
                first.moveTo(),
                first.start());
        office.push("m1", "ann", "To both of you");
        office.copyLastTo("sales@desk.example");
        reads(first, second);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(context.intake().cursor(second.key())).isPresent());
        awaitTexts("To both of you");
    }

    @Test
    void e42_numbers_that_became_void_bring_nothing_twice_and_lose_nothing() throws Exception {
        var inbox = inbox(Afterwards.LEAVE, Start.ALL);
        mail("m1", "One");
        mail("m2", "Two");
        reads(inbox);
        awaitTexts("One", "Two");
        stop();
        var old = Progress.read(context.intake().cursor(inbox.key()).orElseThrow());
        context.intake()
                .accept(new Batch(
                        List.of(),
                        Map.of(inbox.key(), new Progress(old.validity() + 1, 7_000, old.date()).written()),
                        OptionalLong.of(fence)));
        mail("m3", "Three");
        reads(inbox);
        awaitTexts("One", "Two", "Three");
        await().untilAsserted(() -> assertThat(
                        Progress.read(context.intake().cursor(inbox.key()).orElseThrow())
                                .validity())
                .isEqualTo(old.validity()));
    }

    @Test
    void e43_a_mail_that_a_person_has_read_is_read_all_the_same_and_one_that_is_gone_is_not_missed() throws Exception {
        mail("m1", "Read on a telephone");
        mail("m2", "Thrown away");
        office.inbox().getMessages().getFirst().setFlags(new Flags(Flags.Flag.SEEN), true);
        office.inbox().getMessages().get(1).setFlags(new Flags(Flags.Flag.DELETED), true);
        office.inbox().expunge();
        mail("m3", "Next");
        reads(inbox(Afterwards.LEAVE, Start.ALL));
        awaitTexts("Read on a telephone", "Next");
    }

    @Test
    void e44_a_server_that_breaks_off_in_the_middle_of_a_mail_is_asked_again() throws Exception {
        try (var wire = new Wire(office.server.getImap().getPort())) {
            mail("m1", "x".repeat(50_000));
            wire.cutAfter(30_000);
            reads(through(wire));
            awaitTexts("x".repeat(50_000));
            assertThat(wire.hasCut()).isTrue();
        }
    }

    @Test
    void e44_an_announcing_connection_that_is_dead_without_knowing_costs_one_time_between_looks() throws Exception {
        try (var wire = new Wire(office.server.getImap().getPort())) {
            reads(through(wire));
            await().until(() -> wire.connections() == 2);
            wire.freezeFrom(2);
            mail("m1", "Found by looking");
            awaitTexts("Found by looking");
            wire.thaw();
        }
    }

    @Test
    void e45_a_mail_that_a_dead_connection_does_not_announce_is_found_within_two_looks() throws Exception {
        try (var wire = new Wire(office.server.getImap().getPort())) {
            reads(through(wire, Duration.ofSeconds(2)));
            await().until(() -> wire.connections() == 2);
            wire.freezeFrom(2);
            int before = wire.looks();
            mail("m1", "Found by looking");
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(10))
                    .untilAsserted(() -> assertThat(texts()).containsExactly("Found by looking"));
            assertThat(wire.looks() - before).isBetween(1, 2);
        }
    }

    @Test
    void e46_an_account_that_is_refused_is_told_and_not_for_longer_than_it_is() throws Exception {
        var it = inbox(Afterwards.LEAVE, Start.ALL);
        var wrong = new MailboxSettings(
                it.protocol(),
                it.host(),
                it.port(),
                it.security(),
                it.user(),
                Optional.of(PostOffice.secret("wrong")),
                it.accessTokenFile(),
                it.caFile(),
                it.folder(),
                it.poll(),
                it.afterwards(),
                it.moveTo(),
                it.start());
        reads(wrong);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(context.problem().orElse(""))
                        .contains(
                                "mailbox support@desk.example at 127.0.0.1",
                                "refuses the account",
                                "Check its password")
                        .doesNotContain("wrong"));
        reads(it);
        mail("m1", "Hello");
        awaitTexts("Hello");
        await().untilAsserted(() -> assertThat(context.problem()).isEmpty());
    }

    @Test
    void e48_the_first_start_begins_with_the_next_mail() throws Exception {
        for (int i = 0; i < 30; i++) {
            mail("old" + i, "Years ago");
        }
        var inbox = inbox(Afterwards.LEAVE, Start.NOW);
        reads(inbox);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(context.intake().cursor(inbox.key())).isPresent());
        mail("new", "Today");
        awaitTexts("Today");
    }

    @Test
    void a_mail_that_was_stored_is_moved_where_the_operator_wants_it() throws Exception {
        office.makeFolder("Frontdesk");
        mail("m1", "Move me");
        reads(inbox(Afterwards.MOVE, Start.ALL));
        awaitTexts("Move me");
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(office.inbox().getMessageCount()).isZero();
            assertThat(office.folder("Frontdesk").getMessageCount()).isOne();
        });
    }

    @Test
    void e48_a_pop3_mailbox_begins_with_the_next_mail_too() throws Exception {
        mail("old", "Years ago");
        var inbox = office.mailbox(Protocol.POP3, Afterwards.LEAVE, Start.NOW);
        reads(inbox);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(context.intake().cursor(inbox.key())).isPresent());
        mail("new", "Today");
        awaitTexts("Today");
    }

    @Test
    void a_bounce_marks_our_mail_and_makes_a_wrong_address_unreachable() throws Exception {
        var ann = new dev.frontdesk.api.channel.Address("ann@people.example", "");
        var ours = dev.frontdesk.testkit.channel.Outbounds.to(ann).text("It left us today");
        context.history().sent(ours);
        String id = "fd." + Long.toString(ours.id().value(), 36) + ".mail@desk.example";
        office.deliver(("From: MAILER-DAEMON@mx.example\r\nTo: support@desk.example\r\nSubject: Undelivered\r\n"
                        + "Return-Path: <>\r\nMessage-ID: <dsn1@mx.example>\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
                        + "--b\r\nContent-Type: text/plain\r\n\r\nno such user\r\n"
                        + "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
                        + "Final-Recipient: rfc822; ann@people.example\r\nAction: failed\r\nStatus: 5.1.1\r\n"
                        + "Diagnostic-Code: smtp; 550 5.1.1 no such user\r\n\r\n"
                        + "--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <" + id + ">\r\n"
                        + "To: ann@people.example\r\n\r\n--b--\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        reads(inbox(Afterwards.LEAVE, Start.ALL));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(context.intake().stored(Inbound.Reach.class)).hasSize(1));
        assertThat(context.intake().stored(Inbound.Reach.class).getFirst().who().identity())
                .isEqualTo("ann@people.example");
        assertThat(context.intake().stored(Inbound.Report.class))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.outbound()).contains(ours.id());
                    assertThat(report.remoteId()).contains(id);
                    assertThat(report.state()).isEqualTo(Inbound.State.FAILED);
                });
        assertThat(context.intake().messages()).singleElement().satisfies(message -> {
            assertThat(message.details().automatic()).isPresent();
            assertThat(message.from().identity()).isEqualTo("ann@people.example");
        });
    }
}
