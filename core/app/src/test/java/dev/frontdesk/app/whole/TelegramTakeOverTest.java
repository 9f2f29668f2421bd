package dev.frontdesk.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.app.wiring.OpenHouse;
import dev.frontdesk.testkit.telegram.FakeTelegram;
import dev.frontdesk.testkit.telegram.Ledger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of all nodes one polls; when it is gone another does, and nobody notices but the clock. */
class TelegramTakeOverTest {
    private static final long ADA = 6_100_000_001L;

    @TempDir
    Path home;

    private final FakeTelegram telegram = new FakeTelegram().start(0);
    private EmbeddedPostgres postgres;

    @BeforeEach
    void database() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    @AfterEach
    void close() throws IOException {
        telegram.close();
        postgres.close();
    }

    private OpenHouse node(String name) throws IOException {
        return Premises.in(Files.createDirectory(home.resolve(name)))
                .business("""
                        store { url = "jdbc:postgresql://127.0.0.1:%d/postgres", user = postgres, password = postgres }
                        channels { tg { type = telegram, token = "%s", api-url = "%s", poll-timeout = 1s } }
                        teams { support { strategy = least-open, members = [anna] } }
                        """.formatted(postgres.getPort(), FakeTelegram.TOKEN, telegram.url()))
                .workflow("""
                          { send = "Welcome." }
                          { assign { team = support } }
                        """)
                .open();
    }

    private List<String> heard(long person) {
        return telegram.ledger().sentTo(person).stream().map(Ledger.Sent::text).toList();
    }

    @Test
    void oneOfTwoPollsAndTheOtherGoesOnWhereItStopped() throws IOException {
        var east = node("east");
        try (var west = node("west")) {
            telegram.customer(ADA, "Ada").writes("hello");
            await().atMost(Duration.ofSeconds(20)).until(() -> heard(ADA).size() == 1);
            assertThat(telegram.calls("getUpdates")).isPositive();

            east.close();
            var bob = telegram.customer(ADA + 1, "Bob");
            bob.writes("hello");
            await().atMost(Duration.ofSeconds(30)).until(() -> heard(bob.id()).size() == 1);
            await().atMost(Duration.ofSeconds(20)).until(() -> telegram.pending() == 0);
            assertThat(heard(ADA)).containsExactly("Welcome.");
            assertThat(west.port()).isPositive();
        } finally {
            east.close();
        }
    }

    /** A node that died a moment after it took the lease has it in the table, and will never give it back. */
    @Test
    @Tag("slow")
    void whatADeadNodeHoldsIsTakenOverWithinHalfAMinute() throws IOException, SQLException {
        node("first").close();
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "insert into lease (name, node, fence, expires_at) values ('receiver:tg', 999, 1000,"
                            + " (extract(epoch from clock_timestamp()) * 1000)::bigint + 25000)"
                            + " on conflict (name) do update set node = 999, fence = 1000, expires_at = excluded.expires_at");
        }
        telegram.customer(ADA, "Ada").writes("hello");
        long died = System.nanoTime();
        try (var west = node("west")) {
            await().atMost(Duration.ofSeconds(40)).until(() -> heard(ADA).size() == 1);
            assertThat(Duration.ofNanos(System.nanoTime() - died)).isLessThan(Duration.ofSeconds(31));
            assertThat(west.port()).isPositive();
        }
    }
}
