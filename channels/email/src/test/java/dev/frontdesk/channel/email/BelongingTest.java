package dev.frontdesk.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.SenderCheck.Finding;
import dev.frontdesk.api.channel.Participant.Standing;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import dev.frontdesk.testkit.channel.Outbounds;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose thread a mail belongs to, whatever it says of itself. */
class BelongingTest {
    private static final Address ANN = Address.of("ann@people.example");

    private final PostOffice office = new PostOffice();
    private final FakeChannelContext context = new FakeChannelContext("mail");
    private final EmailSettings settings = office.settings(
            office.mailbox(MailboxSettings.Protocol.IMAP, MailboxSettings.Afterwards.LEAVE, MailboxSettings.Start.NOW));
    private final ReplyToken tokens = new ReplyToken(PostOffice.secret(PostOffice.KEY), "mail");
    private final Reading reading = new Reading(
            settings,
            context,
            new Belonging(settings, Optional.of(tokens), context.history(), context.clock()),
            new OwnMail(settings, "mail"));

    @AfterEach
    void close() {
        office.close();
    }

    private Inbound.Message read(String from, String to, String... headers) {
        String mail = "Message-ID: <m@x>\r\nFrom: " + from + "\r\nTo: " + to + "\r\nSubject: Re: Lamp\r\n"
                + String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n") + "\r\nHello\r\n";
        byte[] bytes = mail.getBytes(StandardCharsets.UTF_8);
        return (Inbound.Message) reading.read(bytes, bytes.length).getFirst();
    }

    /** Where replies to a mail that Ann got go. */
    private String token() {
        var ours = Outbounds.to(ANN).text("Hello Ann");
        context.history().sent(ours);
        return tokens.address(
                "support@desk.example",
                ours.id(),
                "ann@people.example",
                context.clock().instant());
    }

    @Test
    void a_reply_of_the_contact_is_theirs() {
        var message = read("Ann <Ann@People.Example>", token());
        assertThat(message.from().identity()).isEqualTo("ann@people.example");
        assertThat(message.details().letter().writer()).isEmpty();
        assertThat(message.details().name()).contains("Ann");
    }

    @Test
    void e11_a_token_in_other_hands_writes_into_the_thread_and_waits() {
        var message = read("Eve <eve@evil.example>", token());
        assertThat(message.from().identity()).isEqualTo("ann@people.example");
        assertThat(message.details().letter().writer()).hasValueSatisfying(writer -> {
            assertThat(writer.identity()).isEqualTo("eve@evil.example");
            assertThat(writer.standing()).isEqualTo(Standing.PENDING);
        });
        assertThat(message.details().name()).isEmpty();
    }

    @Test
    void e11_a_forged_token_is_none_in_any_case_of_letters() {
        String forged = token().replaceFirst("(\\+[^.]+\\.[^.]+\\.).", "$1" + "z");
        assertThat(read("eve@evil.example", forged).from().identity()).isEqualTo("eve@evil.example");
        assertThat(read("ann@people.example", token().toUpperCase(java.util.Locale.ROOT))
                        .from()
                        .identity())
                .isEqualTo("ann@people.example");
    }

    @Test
    void e10_who_merely_refers_to_a_mail_of_others_begins_a_thread_of_their_own() {
        var message = read("eve@evil.example", "support@desk.example", "In-Reply-To: <ann1@people.example>");
        assertThat(message.from().identity()).isEqualTo("eve@evil.example");
        assertThat(message.details().letter().writer()).isEmpty();
    }

    @Test
    void who_is_known_in_a_thread_writes_into_it() {
        context.history().belongs("bob@people.example", "ann@people.example");
        var message = read("bob@people.example", "support@desk.example", "In-Reply-To: <ann1@people.example>");
        assertThat(message.from().identity()).isEqualTo("ann@people.example");
        assertThat(message.details().letter().writer().orElseThrow().standing()).isEqualTo(Standing.ACTIVE);
    }

    @Test
    void who_is_copied_in_waits_unless_the_sender_is_proven() {
        var cc = "Cc: bob@people.example, support@desk.example, ann@people.example";
        var claimed = read("ann@people.example", "support@desk.example", cc)
                .details()
                .letter()
                .others();
        assertThat(claimed).singleElement().satisfies(bob -> {
            assertThat(bob.identity()).isEqualTo("bob@people.example");
            assertThat(bob.standing()).isEqualTo(Standing.PENDING);
        });
        assertThat(read("ann@people.example", token(), cc).details().letter().others())
                .singleElement()
                .satisfies(bob -> assertThat(bob.standing()).isEqualTo(Standing.ACTIVE));
    }

    @Test
    void e4_mail_from_ourselves_is_answered_by_nobody() {
        assertThat(read("support@desk.example", "support@desk.example")
                        .details()
                        .automatic())
                .isPresent();
        assertThat(read("ann@people.example", "support@desk.example", "X-Frontdesk-Loop: desk.example")
                        .details()
                        .automatic())
                .isPresent();
        assertThat(read("ann@people.example", "support@desk.example", "Auto-Submitted: auto-replied")
                        .details()
                        .automatic())
                .isPresent();
        assertThat(read("ann@people.example", "support@desk.example", "Auto-Submitted: no")
                        .details()
                        .automatic())
                .isEmpty();
    }

    @Test
    void e40_only_the_topmost_word_of_our_own_server_counts() {
        var from = new dev.frontdesk.channel.email.mime.Mailbox("", "ann@people.example");
        var reader = new dev.frontdesk.channel.email.mime.MailReader();
        String ours =
                "Authentication-Results: mx.desk.example; dkim=pass header.d=people.example; dmarc=pass header.from=people.example";
        String theirs = "Authentication-Results: mx.evil.example; dmarc=pass header.from=people.example";
        String failed =
                "Authentication-Results: mx.desk.example; dmarc=fail header.from=people.example; dkim=pass header.d=evil.example";
        record Case(String headers, Finding finding) {}
        for (var it : new Case[] {
            new Case(ours, Finding.CONFIRMED),
            new Case(ours + "\r\n" + theirs, Finding.CONFIRMED),
            new Case(theirs + "\r\n" + ours, Finding.UNCONFIRMED),
            new Case(failed, Finding.FAILED),
            new Case(failed + "\r\n" + ours, Finding.FAILED),
            new Case("X: y", Finding.UNCONFIRMED)
        }) {
            var mail = reader.read(
                    (it.headers() + "\r\nFrom: ann@people.example\r\n\r\nHi").getBytes(StandardCharsets.US_ASCII));
            assertThat(Senders.check(mail, from, Optional.of("mx.desk.example")))
                    .as(it.headers())
                    .hasValueSatisfying(check -> assertThat(check.finding()).isEqualTo(it.finding()));
            assertThat(Senders.check(mail, from, Optional.empty()))
                    .as("nobody was asked")
                    .isEmpty();
        }
    }

    @Test
    void e1_a_mail_of_nobody_is_kept() {
        byte[] bytes = "Subject: x\r\n\r\nHello".getBytes(StandardCharsets.US_ASCII);
        var message = (Inbound.Message) reading.read(bytes, bytes.length).getFirst();
        assertThat(message.from().identity()).isEqualTo("nobody@unknown.invalid");
        assertThat(message.content().plainText()).isEqualTo("Hello");
    }

    @Test
    void a_mail_too_big_to_be_fetched_says_so() {
        byte[] bytes = "From: ann@people.example\r\n\r\nBeginning".getBytes(StandardCharsets.US_ASCII);
        var message = (Inbound.Message) reading.read(bytes, 48_000_000).getFirst();
        assertThat(message.content().plainText()).startsWith("Beginning").contains("48 MB");
    }
}
