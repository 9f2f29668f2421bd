package dev.frontdesk.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process is killed again and again while mail arrives by a real Postfix and Dovecot. {@code -Dmail.kills=200} kills it more often. */
@Tag("slow")
class KilledWhileMailArrivesTest {
    private static final int KILLS = Integer.getInteger("mail.kills", 20);
    private static final int MAILS_OF_ONE = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path home;

    private final Random random = new Random(20261123);
    private final ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    @Test
    void everyMailIsStoredOnceAndItsWriterAnswered() throws Exception {
        try (var host = new MailHost(List.of("support@desk.example"))) {
            var premises = Premises.in(home)
                    .business("channels { " + host.channel("support@desk.example", "poll = 1s") + " }\n"
                            + "teams { support { strategy = least-open, members = [anna] } }")
                    .workflow("{ send = \"We are here.\" }, { assign = support }");
            var writer = Thread.ofVirtual().start(() -> writes(host));
            long start = firstStart(premises);
            for (int i = 0; i < KILLS; i++) {
                var running = Running.start(premises);
                TimeUnit.MILLISECONDS.sleep(start / 2 + random.nextLong(start + 500));
                running.kill();
            }
            over = true;
            writer.join();
            try (var _ = Running.start(premises)) {
                var people = new HashSet<>(
                        taken.stream().map(KilledWhileMailArrivesTest::writerOf).toList());
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
                    assertThat(new HashSet<>(stored(premises))).containsAll(taken);
                    assertThat(answers(host)).containsOnlyKeys(people);
                });
            }
            weighs(premises, host);
        }
    }

    /** How long it takes until a mail is stored. */
    private long firstStart(Premises premises) throws Exception {
        long begin = System.nanoTime();
        var running = Running.start(premises);
        await().atMost(PATIENCE)
                .ignoreExceptions() // of a store that is being made
                .until(() -> !stored(premises).isEmpty());
        running.kill();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    private void writes(MailHost host) {
        try {
            for (int i = 0; !over; i++) {
                String id = "m" + i + "@people.example";
                String person = writerOf(id);
                host.brings(person, "support@desk.example", """
                        Message-ID: <%s>
                        From: %s
                        To: support@desk.example
                        Subject: Number %d

                        %s
                        """.formatted(
                                id, person, i, "A line of a letter.\n".repeat(1 + random.nextInt(500))));
                taken.add(id);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String writerOf(String id) {
        return "p" + Integer.parseInt(id.substring(1, id.indexOf('@'))) / MAILS_OF_ONE + "@people.example";
    }

    private static List<String> stored(Premises premises) throws Exception {
        return Tables.column(premises, "select reference from message where direction = 'IN'");
    }

    /** The different answers by whom they went to; one answer may come twice when it was in Postfix's hands at a kill. */
    private static TreeMap<String, Set<String>> answers(MailHost host) throws Exception {
        var answers = new TreeMap<String, Set<String>>();
        host.people()
                .forEach(letter -> answers.computeIfAbsent(letter.to(), _ -> new HashSet<>())
                        .add(letter.id()));
        return answers;
    }

    private void weighs(Premises premises, MailHost host) throws Exception {
        var stored = stored(premises);
        var different = new HashSet<>(stored);
        var lost = new HashSet<>(taken);
        lost.removeAll(different);
        var answers = answers(host);
        System.out.printf(
                "mail kills: kills=%d mails=%d stored=%d twice=%d lost=%d answered=%d answers_that_came_twice=%d%n",
                KILLS,
                taken.size(),
                stored.size(),
                stored.size() - different.size(),
                lost.size(),
                answers.size(),
                host.people().size() - answers.size());
        assertThat(stored).containsExactlyInAnyOrderElementsOf(taken);
        assertThat(answers.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
        assertThat(Tables.column(premises, "select reason from dead_letter")).isEmpty();
        assertThat(Tables.column(premises, "select contact from conversation where closed_at = 0"))
                .hasSameSizeAs(answers.keySet())
                .doesNotHaveDuplicates();
    }
}
