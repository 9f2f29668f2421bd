package dev.frontdesk.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a mail handed to Postfix to the bot's answer in its writer's mailbox: Dovecot announces it, a workflow answers, Postfix delivers. */
@Tag("slow")
class FirstAnswerByMailTest {
    private static final int MAILS = 45;

    @TempDir
    Path home;

    @Test
    void theFirstAnswerIsThereAtOnce() throws Exception {
        try (var host = new MailHost(List.of("support@desk.example"))) {
            // The look comes so rarely that only an announcement can have brought a mail.
            var premises = Premises.in(home)
                    .business("channels { " + host.channel("support@desk.example", "poll = 9m") + " }\n"
                            + "teams { support { strategy = least-open, members = [anna] } }")
                    .workflow("{ send = \"We are here.\" }, { assign = support }");
            var took = new ArrayList<Long>();
            try (var _ = Running.start(premises)) {
                answered(host, "first@people.example");
                for (int i = 0; i < MAILS; i++) {
                    took.add(answered(host, "p" + i + "@people.example"));
                }
            }
            Collections.sort(took);
            System.out.printf(
                    "mail to first answer: mails=%d p50_first_answer_ms=%d p95_first_answer_ms=%d max_ms=%d%n",
                    MAILS, took.get(MAILS / 2), took.get(MAILS * 95 / 100), took.getLast());
        }
    }

    private static long answered(MailHost host, String person) throws Exception {
        long begin = System.nanoTime();
        host.brings(person, "support@desk.example", """
                Message-ID: <to-%s>
                From: %s
                To: support@desk.example
                Subject: A question

                Is anybody here?
                """.formatted(person, person));
        await().atMost(Duration.ofMinutes(2))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() ->
                        host.people().stream().anyMatch(letter -> letter.to().equals(person)));
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        var answer = host.people().stream()
                .filter(letter -> letter.to().equals(person))
                .toList();
        assertThat(answer).singleElement().satisfies(letter -> {
            assertThat(letter.text()).contains("We are here.");
            assertThat(letter.header("Subject")).isEqualTo("Re: A question");
            assertThat(letter.header("In-Reply-To")).isEqualTo("<to-" + person + ">");
            assertThat(letter.header("Auto-Submitted")).isEqualTo("auto-replied");
        });
        return took;
    }
}
