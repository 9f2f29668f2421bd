package dev.frontdesk.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.frontdesk.testkit.channel.FakeChannelContext;
import dev.frontdesk.testkit.channel.FakeLease;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The channel and a real IMAP server; where none is installed it is skipped. */
@Tag("slow")
@Timeout(300)
class DovecotTest {
    private final PostOffice office = new PostOffice();
    private final FakeChannelContext context = new FakeChannelContext("mail");
    private final List<Thread> receivers = new ArrayList<>();
    private Dovecot dovecot;
    private long fence;

    @BeforeEach
    void open() throws Exception {
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        assumeTrue(Files.isExecutable(Dovecot.PROGRAM), "dovecot is not installed");
        dovecot = new Dovecot();
    }

    @AfterEach
    void close() throws Exception {
        for (Thread receiver : receivers) {
            receiver.interrupt();
            receiver.join();
        }
        if (dovecot != null) {
            dovecot.close();
        }
        office.close();
    }

    private Thread reads(MailboxSettings mailbox) {
        var channel = new Email(office.settings(mailbox), context);
        var lease = new FakeLease(++fence);
        var receiver = Thread.ofVirtual().start(() -> {
            try {
                channel.receiver().orElseThrow().run(lease);
            } catch (Exception e) {
                Thread.currentThread().interrupt();
            }
        });
        receivers.add(receiver);
        return receiver;
    }

    private List<String> texts() {
        return context.intake().messages().stream()
                .map(it -> it.content().plainText())
                .toList();
    }

    @Test
    void a_mail_is_here_as_soon_as_it_is_announced() throws Exception {
        // The look comes so rarely that only an announcement can have brought a mail.
        reads(dovecot.mailbox(Duration.ofMinutes(5)));
        var took = new ArrayList<Long>();
        try (var store = dovecot.connect()) {
            Dovecot.arrives(store, "first", "first");
            await().atMost(Duration.ofMinutes(1)).until(() -> texts().size() == 1);
            await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
            for (int i = 1; i <= 40; i++) {
                int expected = i + 1;
                Dovecot.arrives(store, "m" + i, "text " + i);
                long from = System.nanoTime();
                await().pollInterval(Duration.ofMillis(5))
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> texts().size() == expected);
                took.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from));
            }
        }
        Collections.sort(took);
        System.out.println("dovecot idle: mails=40 p50_ms=" + took.get(19) + " p95_ms=" + took.get(37) + " max_ms="
                + took.getLast());
        assertThat(texts()).hasSize(41);
    }

    @Test
    void a_mail_that_a_dead_connection_does_not_announce_is_found_by_the_next_look() throws Exception {
        var poll = Duration.ofSeconds(10);
        try (var wire = new Wire(dovecot.port);
                var store = dovecot.connect()) {
            reads(dovecot.mailbox(poll, wire.port(), MailboxSettings.Start.ALL));
            Dovecot.arrives(store, "first", "first");
            await().atMost(Duration.ofMinutes(1)).until(() -> texts().size() == 1);
            wire.freezeFrom(2);
            Dovecot.arrives(store, "second", "second");
            long from = System.nanoTime();
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> texts().size() == 2);
            System.out.printf(
                    java.util.Locale.ROOT,
                    "dovecot half-open: poll_s=%d half_open_noticed_s=%.1f%n",
                    poll.toSeconds(),
                    (System.nanoTime() - from) / 1e9);
        }
    }

    @Test
    void e48_a_mailbox_of_a_hundred_thousand_mails_is_begun_at_its_end_and_nothing_of_it_is_fetched() throws Exception {
        dovecot.filled(100_000);
        try (var wire = new Wire(dovecot.port);
                var store = dovecot.connect()) {
            var mailbox = dovecot.mailbox(Duration.ofSeconds(1), wire.port(), MailboxSettings.Start.NOW);
            long from = System.nanoTime();
            reads(mailbox);
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> context.intake().cursor(mailbox.key()).isPresent());
            System.out.printf(
                    "dovecot first start: mails=100000 took_ms=%d bytes=%d%n",
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from), wire.carried());
            Dovecot.arrives(store, "new", "Today");
            await().atMost(Duration.ofMinutes(1)).until(() -> texts().size() == 1);
            assertThat(texts()).containsExactly("Today");
            assertThat(wire.carried()).as("bytes, for a hundred thousand mails").isLessThan(20_000);
        }
    }

    @Test
    void a_reader_that_is_cut_off_at_two_hundred_points_stores_each_mail_once() throws Exception {
        var random = new Random(20261123);
        int mails = 300;
        var writer = Thread.ofVirtual().start(() -> {
            try (var store = dovecot.connect()) {
                for (int i = 0; i < mails; i++) {
                    Dovecot.arrives(store, "m" + i, "text " + i);
                    Thread.sleep(random.nextInt(60));
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        for (int i = 0; i < 200; i++) {
            var receiver = reads(dovecot.mailbox(Duration.ofMillis(100)));
            Thread.sleep(random.nextInt(120));
            receiver.interrupt();
            receiver.join();
        }
        writer.join();
        reads(dovecot.mailbox(Duration.ofMillis(100)));
        await().atMost(Duration.ofMinutes(1)).until(() -> texts().size() >= mails);
        System.out.println("dovecot cut off: points=200 mails=" + mails + " stored=" + texts().size());
        assertThat(texts())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, mails).mapToObj(i -> "text " + i).toList());
    }

    @Test
    void a_folder_whose_numbers_became_void_is_read_again_and_nothing_comes_twice() throws Exception {
        var mailbox = dovecot.mailbox(Duration.ofMillis(200));
        var receiver = reads(mailbox);
        try (var store = dovecot.connect()) {
            for (int i = 0; i < 20; i++) {
                Dovecot.arrives(store, "m" + i, "text " + i);
            }
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> texts().size() == 20);
        receiver.interrupt();
        receiver.join();
        long before = Progress.read(context.intake().cursor(mailbox.key()).orElseThrow())
                .validity();
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true); // the number is made of the time in seconds
        dovecot.forgetNumbers();
        try (var store = dovecot.connect()) {
            Dovecot.arrives(store, "new", "after");
        }
        reads(mailbox);
        await().atMost(Duration.ofMinutes(1)).until(() -> texts().contains("after"));
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        Progress.read(context.intake().cursor(mailbox.key()).orElseThrow())
                                        .validity()
                                != before);
        assertThat(texts()).hasSize(21).doesNotHaveDuplicates();
    }
}
