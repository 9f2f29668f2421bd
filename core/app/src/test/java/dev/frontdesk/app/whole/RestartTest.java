package dev.frontdesk.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    private static final int WRITERS = 16;

    @TempDir
    Path home;

    private final Map<Visitor, Queue<String>> acknowledged = new ConcurrentHashMap<>();

    @Test
    void whatWasAcknowledgedWhileTheHouseClosedIsThereWhenItOpensAgainAndIsAnswered() throws Exception {
        var premises = Premises.in(home).business("""
                        channels { site { type = webchat, visitor-per-minute = 100000, address-per-minute = 100000 } }
                        teams { support { strategy = least-open, members = [anna, boris] } }
                        """).workflow("{ send = \"We are here.\" }, { assign = support }");
        var house = premises.open();
        var wire = new Wire(house.port());
        var writers = new ArrayList<Thread>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(Thread.startVirtualThread(() -> writes(wire)));
        }
        await().until(() -> count() > 200);

        house.close();
        for (var writer : writers) {
            writer.join();
        }

        try (var again = premises.open()) {
            everythingIsThere(new Wire(again.port()));
        }
        System.out.printf("%d messages of %d visitors were acknowledged%n", count(), acknowledged.size());
    }

    private int count() {
        return acknowledged.values().stream().mapToInt(Queue::size).sum();
    }

    /** New visitors with three messages each, until nobody answers. */
    private void writes(Wire at) {
        try {
            while (true) {
                var visitor = Visitor.somebody();
                for (int i = 0; i < 3; i++) {
                    var id = UUID.randomUUID().toString();
                    var answer = visitor.posts(at, id, "hello " + i);
                    if (answer.status() != 200) {
                        return;
                    }
                    acknowledged
                            .computeIfAbsent(visitor, _ -> new ConcurrentLinkedQueue<>())
                            .add(id);
                }
            }
        } catch (UncheckedIOException closed) {
            // the house is closed
        }
    }

    private void everythingIsThere(Wire at) {
        acknowledged.forEach((visitor, ids) -> {
            assertThat(keys(at, visitor)).containsAll(ids).doesNotHaveDuplicates();
            await().pollDelay(Duration.ZERO)
                    .untilAsserted(() -> assertThat(visitor.hears(at)).containsExactly("We are here."));
        });
    }

    private static List<String> keys(Wire at, Visitor visitor) {
        return visitor.lines(at).stream()
                .map(Visitor.Line::key)
                .filter(key -> !key.isEmpty())
                .toList();
    }
}
