package dev.frontdesk.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.app.wiring.OpenHouse;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes' worth of Frontdesk on one PostgreSQL: it makes no difference which of them one talks to. */
class TwoNodesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static EmbeddedPostgres postgres;

    @TempDir
    Path home;

    private OpenHouse east;
    private OpenHouse west;
    private Wire one;
    private Wire other;

    @BeforeAll
    static void database() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    @AfterAll
    static void end() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void open() throws IOException {
        east = node("east");
        west = node("west");
        one = new Wire(east.port());
        other = new Wire(west.port());
    }

    private OpenHouse node(String name) throws IOException {
        return Premises.in(Files.createDirectory(home.resolve(name)))
                .business("""
                        store { url = "jdbc:postgresql://127.0.0.1:%d/postgres", user = postgres, password = postgres }
                        channels { site { type = webchat, visitor-per-minute = 10000, address-per-minute = 10000 } }
                        teams { support { strategy = least-open, members = [anna] } }
                        """.formatted(postgres.getPort()))
                .workflow("""
                          { ask = "How can we help?", save-to = need }
                          { ask = "What is the number of your order?", save-to = order }
                          { assign { team = support, then = continue } }
                          { send = "{{agent}} has order {{order}}: {{need}}" }
                        """)
                .open();
    }

    @AfterEach
    void close() {
        east.close();
        west.close();
    }

    @Test
    void aConversationGoesItsWholeWayWhileItsMessagesAlternateBetweenTheNodes() throws IOException {
        var position = east.store().events().end();
        var anna = Colleague.welcomed(one, east.line().replaceFirst("(?s).*(/welcome#\\S+).*", "$1"));
        var ada = Visitor.somebody();

        ada.says(one, "hi");
        hears(ada, other, "How can we help?");
        ada.says(other, "it broke");
        hears(ada, one, "How can we help?", "What is the number of your order?");
        long seen = ada.lines(one).get(1).position();
        try (var chat = new Following(ada, other, seen)) {
            ada.says(one, "4711");
            hears(chat, "it broke", "What is the number of your order?", "4711", "anna has order 4711: it broke");

            var conversation = anna.rows(other, "mine").getFirst().getString("id");
            anna.orders(one, conversation, "reply", Map.of("text", "Hello Ada"));
            hears(
                    chat,
                    "it broke",
                    "What is the number of your order?",
                    "4711",
                    "anna has order 4711: it broke",
                    "Hello Ada");
            anna.orders(other, conversation, "close", Map.of());
            await().atMost(PATIENCE)
                    .until(() -> anna.rows(one, "mine").isEmpty()
                            && anna.rows(other, "mine").isEmpty());
        }
        assertThat(opened(position)).hasSize(1);

        ada.says(other, "one more thing");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(opened(position))
                        .as("the next message opens the next one")
                        .hasSize(2));
    }

    @Test
    void firstMessagesThatRaceOverBothNodesOpenOneConversationEach() throws InterruptedException {
        var position = east.store().events().end();
        var go = new CountDownLatch(1);
        var writers = new ArrayList<Thread>();
        for (int i = 0; i < 40; i++) {
            var visitor = Visitor.somebody();
            for (var at : List.of(one, other, one, other)) {
                writers.add(Thread.startVirtualThread(() -> {
                    waitFor(go);
                    visitor.says(at, "hello");
                }));
            }
        }

        go.countDown();
        for (var writer : writers) {
            writer.join();
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(opened(position)).hasSize(40));
        await().atMost(PATIENCE)
                .until(() -> east.engine().idle() && west.engine().idle());
        assertThat(east.engine().storedMessages() + west.engine().storedMessages())
                .isEqualTo(160);
        assertThat(opened(position)).hasSize(40).doesNotHaveDuplicates();
    }

    private static void waitFor(CountDownLatch go) {
        try {
            go.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The contact of each conversation that was opened since. */
    private List<Long> opened(String since) {
        var contacts = new ArrayList<Long>();
        var position = since;
        while (true) {
            var entries = west.store().events().after(position, 1000);
            if (entries.isEmpty()) {
                return contacts;
            }
            entries.forEach(entry -> entry.facts().stream()
                    .filter(fact -> fact.type().equals("conversation.opened"))
                    .forEach(fact -> contacts.add(fact.contact())));
            position = entries.getLast().position();
        }
    }

    private static void hears(Visitor visitor, Wire at, String... texts) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(visitor.hears(at)).containsExactly(texts));
    }

    private static void hears(Following chat, String... texts) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(chat.texts()).containsExactly(texts));
    }
}
