package dev.frontdesk.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.channel.email.Gate.Manner;
import dev.frontdesk.channel.email.MailboxSettings.Afterwards;
import dev.frontdesk.channel.email.MailboxSettings.Protocol;
import dev.frontdesk.channel.email.MailboxSettings.Start;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import dev.frontdesk.testkit.channel.FakeLease;
import dev.frontdesk.testkit.channel.Outbounds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections are protected or there are none: nothing is read, sent or signed in where a server is not who it should be. */
@Timeout(60)
class ProtectionTest {
    private static final Address ANN = new Address("ann@people.example", "");

    @TempDir
    static Path folder;

    private static Certificates right;
    private static Certificates otherName;

    private final PostOffice office = new PostOffice();
    private final FakeChannelContext context = new FakeChannelContext("mail");
    private Thread receiver = Thread.currentThread();

    @BeforeAll
    static void certificates() throws Exception {
        right = Certificates.of(folder, "ip:127.0.0.1");
        otherName = Certificates.of(folder, "dns:mail.elsewhere.example");
    }

    @BeforeEach
    void others() {
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        office.push("m1", "ann", "Hello");
    }

    @AfterEach
    void close() throws Exception {
        if (receiver != Thread.currentThread()) {
            receiver.interrupt();
            receiver.join();
        }
        office.close();
    }

    private void reads(Gate gate, Security security, Optional<Path> caFile, Optional<Path> tokenFile) {
        var it = office.mailbox(Protocol.IMAP, Afterwards.LEAVE, Start.ALL);
        var mailbox = new MailboxSettings(
                it.protocol(),
                it.host(),
                gate.port(),
                security,
                it.user(),
                tokenFile.isPresent() ? Optional.empty() : it.password(),
                tokenFile.map(Path::toString),
                caFile.map(Path::toString),
                it.folder(),
                it.poll(),
                it.afterwards(),
                it.moveTo(),
                it.start());
        var channel = new Email(office.settings(mailbox), context);
        receiver = Thread.ofVirtual().start(() -> {
            try (channel) {
                channel.receiver().orElseThrow().run(new FakeLease(1));
            } catch (Exception e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Delivery sends(Gate gate, Security security, Optional<Path> caFile, Optional<Path> tokenFile)
            throws InterruptedException {
        var all = office.settings(office.mailbox(Protocol.IMAP, Afterwards.LEAVE, Start.NOW));
        var smtp = new SmtpSettings(
                "127.0.0.1",
                gate.port(),
                security,
                tokenFile.map(_ -> PostOffice.DESK),
                Optional.empty(),
                tokenFile.map(Path::toString),
                caFile.map(Path::toString),
                1000,
                false);
        try (var channel = new Email(
                new EmailSettings(
                        all.address(),
                        all.name(),
                        all.aliases(),
                        all.mailboxes(),
                        smtp,
                        all.replyKey(),
                        all.authservId(),
                        all.changedSubject(),
                        all.automaticPerHour(),
                        all.automaticPerDay(),
                        all.quote()),
                context)) {
            return channel.deliver(Outbounds.to(ANN).text("Hello"));
        }
    }

    private void awaitHello() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(context.intake().messages())
                        .singleElement()
                        .satisfies(it -> assertThat(it.content().plainText()).isEqualTo("Hello")));
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"TLS", "STARTTLS"})
    void mail_is_read_and_sent_through_a_protected_connection(Security security) throws Exception {
        var manner = Manner.valueOf(security.name());
        try (var imap = new Gate(manner, office.server.getImap().getPort(), right.server());
                var smtp = new Gate(manner, office.server.getSmtp().getPort(), right.server())) {
            reads(imap, security, Optional.of(right.caFile()), Optional.empty());
            awaitHello();
            assertThat(sends(smtp, security, Optional.of(right.caFile()), Optional.empty()))
                    .isInstanceOf(Delivery.Sent.class);
            assertThat(office.receivedMails("ann@people.example")).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TLS, TLS, true, signed by nobody who is trusted, ca-file",
        "STARTTLS, STARTTLS, true, signed by nobody who is trusted, ca-file",
        "TLS, TLS, false, a certificate for another name, Name it as host",
        "STARTTLS, STARTTLS, false, a certificate for another name, Name it as host",
        "STARTTLS, PLAIN, true, offers no STARTTLS, security = tls",
        "STARTTLS, BROKEN_OFFER, true, no protected connection, Check port and security",
        "TLS, PLAIN, true, no protected connection, Check port and security"
    })
    void a_server_that_cannot_be_believed_is_told_nothing(
            Security security, Manner manner, boolean rightName, String why, String whatToDo) throws Exception {
        var shown = rightName ? right : otherName;
        // A certificate for another name is refused although it is trusted.
        var trusted = rightName ? Optional.<Path>empty() : Optional.of(otherName.caFile());
        try (var imap = new Gate(manner, office.server.getImap().getPort(), shown.server());
                var smtp = new Gate(manner, office.server.getSmtp().getPort(), shown.server())) {
            reads(imap, security, trusted, Optional.empty());
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(context.problem().orElse(""))
                            .contains("mailbox support@desk.example", why, "nothing was sent", whatToDo));
            assertThat(sends(smtp, security, trusted, Optional.empty()))
                    .isInstanceOfSatisfying(
                            Delivery.Halted.class,
                            halted -> assertThat(halted.why()).contains(why, "nothing was sent", whatToDo));
            assertThat(imap.heard()).noneMatch(it -> it.contains("LOGIN") || it.contains(PostOffice.PASSWORD));
            assertThat(smtp.heard()).noneMatch(it -> it.startsWith("MAIL"));
            assertThat(context.intake().messages()).isEmpty();
            assertThat(office.receivedMails("ann@people.example")).isEmpty();
        }
    }

    @Test
    void an_account_proves_itself_by_a_token_that_is_kept_fresh_in_a_file() throws Exception {
        Path file = folder.resolve("token");
        Files.writeString(file, "ya29.old\n");
        try (var imap = new Gate(Manner.TLS, office.server.getImap().getPort(), right.server())
                        .token(PostOffice.DESK, "ya29.new", PostOffice.PASSWORD);
                var smtp = new Gate(Manner.STARTTLS, office.server.getSmtp().getPort(), right.server())
                        .token(PostOffice.DESK, "ya29.new", PostOffice.PASSWORD)) {
            reads(imap, Security.TLS, Optional.of(right.caFile()), Optional.of(file));
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(context.problem().orElse(""))
                            .contains("refuses the account", "access token")
                            .doesNotContain("ya29"));
            assertThat(sends(smtp, Security.STARTTLS, Optional.of(right.caFile()), Optional.of(file)))
                    .isInstanceOf(Delivery.Halted.class);

            Files.writeString(file, "ya29.new\n");
            awaitHello();
            assertThat(sends(smtp, Security.STARTTLS, Optional.of(right.caFile()), Optional.of(file)))
                    .isInstanceOf(Delivery.Sent.class);
            assertThat(List.of(imap.heard(), smtp.heard()))
                    .as("no password goes over the wire")
                    .allSatisfy(heard -> assertThat(heard).noneMatch(it -> it.contains(PostOffice.PASSWORD)));
        }
    }

    @Test
    void a_file_without_certificates_is_told() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        try (var imap = new Gate(Manner.TLS, office.server.getImap().getPort(), right.server())) {
            reads(imap, Security.TLS, Optional.of(empty), Optional.empty());
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(context.problem().orElse(""))
                            .contains("ca-file: there is no certificate in " + empty));
        }
    }
}
