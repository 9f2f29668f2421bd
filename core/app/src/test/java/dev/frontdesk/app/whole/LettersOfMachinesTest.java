package dev.frontdesk.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines that answer machines, through a real Postfix and Dovecot: it comes to an end, and opens no conversation. */
@Tag("slow")
@Timeout(300)
class LettersOfMachinesTest {
    private static final String ALPHA = "desk@alpha.example";
    private static final String BETA = "help@beta.example";
    private static final String DESK = "support@desk.example";
    private static final Duration QUIET = Duration.ofSeconds(6);

    @TempDir
    Path home;

    private Premises premises(String name, MailHost host, String address) throws Exception {
        return Premises.in(home.resolve(name))
                .business("channels { " + host.channel(address, "poll = 1s") + " }\n"
                        + "teams { support { strategy = least-open, members = [anna] } }")
                .workflow("{ send = \"We are here.\" }, { assign = support }");
    }

    private static void awaits(ThrowingRunnable what) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(what);
    }

    /** Nothing else comes of it. */
    private static void stays(ThrowingRunnable what) {
        awaits(what);
        await().pollDelay(QUIET).atMost(QUIET.multipliedBy(2)).untilAsserted(what);
    }

    private static List<String> conversations(Premises premises) throws Exception {
        return Tables.column(premises, "select id from conversation");
    }

    private static List<String> arrived(Premises premises) throws Exception {
        return Tables.column(premises, "select id from message where direction = 'IN'");
    }

    @Test
    void twoFrontdesksThatWriteToEachOtherStopAfterOneMail() throws Exception {
        try (var host = new MailHost(List.of(ALPHA, BETA))) {
            var alpha = premises("alpha", host, ALPHA);
            var beta = premises("beta", host, BETA);
            try (var _ = alpha.open();
                    var _ = beta.open()) {
                host.brings(BETA, ALPHA, letter(BETA, ALPHA));
                awaits(() -> assertThat(arrived(beta)).as("the answer of alpha").hasSize(1));
                stays(() -> {
                    assertThat(host.desk(BETA)).hasSize(1);
                    assertThat(host.desk(ALPHA)).as("what began it").hasSize(1);
                });
                assertThat(conversations(beta))
                        .as("opened by an automatic mail")
                        .isEmpty();
            }
        }
    }

    /** Programs between them may lose every mark of an automatic mail; then the cap on answers is what ends it. */
    @Test
    void twoFrontdesksStopEvenWhereTheMarksOfTheirMailsAreLostOnTheWay() throws Exception {
        try (var host = new MailHost(
                List.of(ALPHA, BETA), "/^(Auto-Submitted|X-Auto-Response-Suppress|X-Frontdesk-Loop):/ IGNORE")) {
            var alpha = premises("alpha", host, ALPHA);
            var beta = premises("beta", host, BETA);
            try (var _ = alpha.open();
                    var _ = beta.open()) {
                host.brings(BETA, ALPHA, letter(BETA, ALPHA));
                awaits(() -> assertThat(arrived(alpha)).as("the answer of beta").hasSize(2));
                stays(() -> assertThat(host.desk(ALPHA).size() + host.desk(BETA).size() - 1)
                        .as("automatic mails of the pair")
                        .isEqualTo(2));
            }
        }
    }

    /** One that says what it is, and one that answers everything and says nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied", "X-Mailer: Vacations 0.1"})
    void aVacationResponderGetsOneAnswerAndOpensNothing(String mark) throws Exception {
        String away = "away@people.example";
        try (var host = new MailHost(List.of(DESK))) {
            var premises = premises("desk", host, DESK);
            try (var _ = premises.open()) {
                host.brings(away, DESK, letter(away, DESK));
                var answered = new ArrayList<String>();
                stays(() -> {
                    for (var letter : host.people()) {
                        if (!answered.contains(letter.id())) {
                            answered.add(letter.id());
                            host.brings(mark.startsWith("Auto") ? "" : away, DESK, """
                                    Message-ID: <away-%d@people.example>
                                    In-Reply-To: %s
                                    From: %s
                                    To: %s
                                    Subject: Re: A question
                                    %s

                                    I am at the sea until August.
                                    """.formatted(
                                            answered.size(), letter.id(), away, DESK, mark));
                        }
                    }
                    assertThat(arrived(premises))
                            .as("what they wrote and the note")
                            .hasSize(2);
                });
                assertThat(answered).hasSize(1);
                assertThat(conversations(premises))
                        .as("opened by what they wrote")
                        .hasSize(1);
            }
        }
    }

    @Test
    void aBounceMarksTheMailItIsAboutAndNobodyAnswersIt() throws Exception {
        String gone = "gone@people.example";
        try (var host = new MailHost(List.of(DESK))) {
            var premises = premises("desk", host, DESK);
            try (var _ = premises.open()) {
                host.brings(gone, DESK, letter(gone, DESK));
                awaits(() -> assertThat(Tables.column(premises, "select state || ': ' || why from outbox"))
                        .singleElement()
                        .asString()
                        .startsWith("FAILED: ")
                        .contains("unknown user"));
                awaits(() -> assertThat(Tables.column(premises, "select unreachable from profile"))
                        .singleElement()
                        .asString()
                        .isNotEmpty());
                // The bounce of a bounce: about something nobody here has sent.
                host.brings("", DESK, """
                        Message-ID: <bounce@relay.example>
                        From: MAILER-DAEMON@relay.example
                        To: %s
                        Subject: Undelivered Mail Returned to Sender

                        <MAILER-DAEMON@elsewhere.example>: unknown user
                        """.formatted(DESK));
                stays(() -> assertThat(arrived(premises)).hasSize(3));
                assertThat(Tables.column(premises, "select identity from outbox"))
                        .as("who was written to")
                        .containsExactly(gone);
                assertThat(conversations(premises))
                        .as("opened by what they wrote")
                        .hasSize(1);
                assertThat(Tables.column(premises, "select letterhead from message where letterhead like '%a bounce%'"))
                        .hasSize(2);
            }
        }
    }

    private static String letter(String from, String to) {
        return """
                Message-ID: <first-%s>
                From: %s
                To: %s
                Subject: A question

                Is anybody here?
                """.formatted(from, from, to);
    }
}
