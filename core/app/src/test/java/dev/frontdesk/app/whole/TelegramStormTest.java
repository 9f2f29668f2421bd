package dev.frontdesk.app.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.testkit.fault.Fault;
import dev.frontdesk.testkit.telegram.Customer;
import dev.frontdesk.testkit.telegram.FakeTelegram;
import dev.frontdesk.testkit.telegram.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Duplicates, disorder, and a provider that goes away: what comes out is what a quiet day would have brought. */
@Tag("slow")
class TelegramStormTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PEOPLE = 250;

    @TempDir
    Path home;

    private final FakeTelegram telegram =
            new FakeTelegram(FakeTelegram.TOKEN, Duration.ofMillis(20), Duration.ofMillis(200)).start(0);

    @AfterEach
    void close() {
        telegram.close();
    }

    private Premises premises(String name, String mode) throws IOException {
        return Premises.in(Files.createDirectory(home.resolve(name)))
                .business("""
                        channels { tg {
                          type = telegram, token = "%s", api-url = "%s", poll-timeout = 1s, %s
                          chat-per-minute = 1000000, account-per-second = 1000000
                        } }
                        teams { support { strategy = least-open, members = [anna] } }
                        """.formatted(FakeTelegram.TOKEN, telegram.url(), mode))
                .workflow("""
                          { send = "Welcome." }
                          { ask = "What is it about?", save-to = topic }
                          { assign { team = support } }
                        """);
    }

    @Test
    void aThousandMessagesInAStormAreTheSameAsOnAQuietDay() throws Exception {
        for (int person = 0; person < PEOPLE; person++) {
            converse(telegram.customer(7_000_000_000L + person, "Person " + person));
        }
        var webhooks = telegram.ledger().enqueued().stream()
                .map(update -> update.raw().getBytes(UTF_8))
                .toList();
        var hook = "mode = webhook, webhook-secret = made-up-secret, webhook-url = \"http://127.0.0.1:9/x\"";

        var quiet = premises("quiet", hook);
        try (var house = quiet.open()) {
            Storm.calm(webhooks, webhook -> bring(house.port(), webhook));
            settle(house.engine()::idle, 2 * PEOPLE);
        }
        var stormy = premises("stormy", hook);
        int calls;
        try (var house = stormy.open()) {
            calls = new Storm(20_260_302).blow(webhooks, webhook -> bring(house.port(), webhook));
            settle(house.engine()::idle, 4 * PEOPLE);
        }

        assertThat(calls).isGreaterThan(2 * webhooks.size());
        assertThat(StateHash.lines(stormy.data())).isEqualTo(StateHash.lines(quiet.data()));
        assertThat(StateHash.of(stormy.data())).isEqualTo(StateHash.of(quiet.data()));
        assertThat(StateHash.lines(stormy.data()).stream()
                        .filter(line -> line.contains("| IN "))
                        .count())
                .isEqualTo(4L * PEOPLE);
    }

    /** Four messages, one of them edited, and a reaction. */
    private static void converse(Customer person) {
        person.writes("hello from " + person.id());
        var second = person.writes("it is about my ordr");
        person.replies(second.message(), "that one");
        person.writes("thank you");
        person.edits(second.message(), "it is about my order");
        person.reacts(second.message(), "👍");
    }

    private static int bring(int port, byte[] webhook) {
        return new Wire(port)
                .post(
                        "/channels/tg/updates",
                        webhook,
                        "Content-Type",
                        "application/json",
                        "X-Telegram-Bot-Api-Secret-Token",
                        "made-up-secret")
                .status();
    }

    private void settle(java.util.function.BooleanSupplier idle, int sent) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(telegram.ledger().sentCount()).isEqualTo(sent);
            assertThat(idle.getAsBoolean()).isTrue();
        });
    }

    /** The connections that were kept open are dead, and nobody has said so. */
    @Test
    void aProviderThatRestartsUnderKeptConnectionsLosesNothingAndIsToldNothingTwice() throws Exception {
        var people = new ArrayList<Customer>();
        for (int person = 0; person < 20; person++) {
            people.add(telegram.customer(7_000_000_000L + person, "Person " + person));
        }
        int port = telegram.url().getPort();
        try (var house = premises("restarts", "mode = polling").open()) {
            people.forEach(person -> person.writes("hello"));
            settle(house.engine()::idle, 40);
            var anna = Colleague.welcomed(
                    new Wire(house.port()), house.line().replaceFirst("(?s).*(/welcome#\\S+).*", "$1"));
            people.forEach(person -> person.writes("an order"));
            var wire = new Wire(house.port());
            await().atMost(PATIENCE).until(() -> anna.rows(wire, "mine").size() == 20);

            for (int round = 1; round <= 3; round++) {
                telegram.hangUp();
                telegram.start(port);
                var text = "Round " + round;
                anna.rows(wire, "mine")
                        .forEach(
                                row -> anna.orders(wire, row.getString("id"), "reply", java.util.Map.of("text", text)));
                settle(house.engine()::idle, 40 + 20 * round);
                people.forEach(person -> person.writes("and " + text));
                await().atMost(PATIENCE).until(() -> telegram.pending() == 0);
            }
            for (var person : people) {
                assertThat(texts(person))
                        .containsExactly("Welcome.", "What is it about?", "Round 1", "Round 2", "Round 3");
            }
        }
        assertThat(StateHash.lines(home.resolve("restarts/data")).stream()
                        .filter(line -> line.contains("| IN "))
                        .count())
                .isEqualTo(20 * 5);
    }

    /** Each question goes out on a connection that ends under it; it was not read, so asking again is asking once. */
    @Test
    void connectionsThatEndUnderTheBotsMessagesLoseNothingAndNothingIsSaidTwice() throws Exception {
        var people = new ArrayList<Customer>();
        for (int person = 0; person < 5; person++) {
            people.add(telegram.customer(7_000_000_000L + person, "Person " + person));
        }
        try (var house = premises("stale", "mode = polling").open()) {
            people.getFirst().writes("hello");
            settle(house.engine()::idle, 2);
            for (int person = 1; person < 5; person++) {
                telegram.failOnce("sendMessage", new Fault.Stale());
                people.get(person).writes("hello");
                settle(house.engine()::idle, 2 + 2 * person);
            }
            for (var person : people) {
                assertThat(texts(person)).containsExactly("Welcome.", "What is it about?");
            }
        }
    }

    private List<String> texts(Customer person) {
        return telegram.ledger().sentTo(person.id()).stream()
                .map(Ledger.Sent::text)
                .toList();
    }
}
