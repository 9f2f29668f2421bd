package dev.frontdesk.app.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is lost with a disk is what came after the last backup, and nothing else. */
class BackupTest {
    private static final int WRITERS = 8;

    @TempDir
    Path home;

    private final Map<Visitor, Queue<String>> acknowledged = new ConcurrentHashMap<>();
    private Premises premises;
    private Path zip;

    @BeforeEach
    void prepare() throws IOException {
        premises = premises("first");
        zip = home.resolve("backup.zip");
    }

    private Premises premises(String name) throws IOException {
        return Premises.in(Files.createDirectory(home.resolve(name)))
                .business("""
                        channels { site { type = webchat, visitor-per-minute = 100000, address-per-minute = 100000 } }
                        teams { support { strategy = least-open, members = [anna, boris] } }
                        """)
                .workflow("{ send = \"We are here.\" }, { assign = support }");
    }

    @Test
    void aBackupUnderLoadIsAStoreThatGoesOnAndWhatFollowedItComesAgain() throws Exception {
        var house = premises.open();
        var wire = new Wire(house.port());
        var writers = new ArrayList<Thread>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(Thread.startVirtualThread(() -> writes(wire)));
        }
        await().until(() -> count() > 200);
        var before = soFar();

        Terminal.frontdesk(premises, 0, "backup", "--to", zip.toString());

        int then = count();
        await().until(() -> count() > then + 100);
        var position = house.store().events().end();
        house.close();
        for (var writer : writers) {
            writer.join();
        }
        var second = premises("second");
        assertThat(Terminal.frontdesk(second, 0, "restore", "--from", zip.toString()))
                .endsWith("frontdesk run --data " + second.data());
        try (var again = second.open()) {
            var there = new Wire(again.port());
            before.forEach((visitor, ids) ->
                    assertThat(keys(there, visitor)).containsAll(ids).doesNotHaveDuplicates());
            assertThat(again.store().events().valid(position))
                    .as("a page that was further must fetch everything anew")
                    .isFalse();

            acknowledged.forEach((visitor, ids) -> ids.forEach(id -> visitor.posts(there, id, "hello")));
            acknowledged.forEach((visitor, ids) -> {
                assertThat(keys(there, visitor)).containsExactlyInAnyOrderElementsOf(ids);
                await().pollDelay(Duration.ZERO)
                        .untilAsserted(() -> assertThat(visitor.hears(there)).containsExactly("We are here."));
            });
        }
        System.out.printf("%d messages before the backup, %d in all%n", count(before), count());
    }

    @Test
    void itHoldsWhatTheProductKeepsAndNoToken() throws Exception {
        var pin = "0".repeat(64) + "  gone/gone-1.0.jar\n";
        Files.writeString(premises.data().resolve("plugins.lock"), pin);
        var sha256 = "ab" + "0".repeat(62);
        var attached = premises.data().resolve("files/ab/" + sha256);
        Files.createDirectories(attached.getParent());
        Files.writeString(attached, "a lamp");
        Files.writeString(premises.data().resolve("files/.draft-1"), "half a lamp");
        try (var house = premises.open()) {
            assertThat(house.port()).isPositive();
            Terminal.frontdesk(premises, 0, "backup", "--to", zip.toString());
        }
        try (var file = new ZipFile(zip.toFile())) {
            assertThat(file.stream().map(ZipEntry::getName))
                    .containsExactly("frontdesk.db", "plugins.lock", "files/ab/" + sha256, "SHA256SUMS");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)))
                .isEqualTo("rw-------");
        try (var files = Files.list(home)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("first", "backup.zip");
        }
        Terminal.frontdesk(premises("second"), 0, "restore", "--from", zip.toString());
        assertThat(Files.readString(home.resolve("second/data/plugins.lock"))).isEqualTo(pin);
        assertThat(Files.readString(home.resolve("second/data/files/ab/" + sha256)))
                .isEqualTo("a lamp");
        assertThat(Terminal.frontdesk(premises, 1, "backup", "--to", zip.toString()))
                .as("nothing is overwritten, whether it runs or not")
                .contains(zip + " is there already");
    }

    @Test
    void whatIsDamagedOrInTheWayIsSaidAndNothingIsTouched() throws Exception {
        assertThat(Terminal.frontdesk(premises, 1, "backup", "--to", zip.toString()))
                .contains("there is no store at " + premises.data().resolve("frontdesk.db"));
        premises.open().close();
        Terminal.frontdesk(premises, 0, "backup", "--to", zip.toString());

        assertThat(Terminal.frontdesk(premises, 1, "restore", "--from", zip.toString()))
                .contains("there is a frontdesk.db in " + premises.data() + " already");

        var second = premises("second");
        var bytes = Files.readAllBytes(zip);
        Files.write(home.resolve("short.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        // More than one: a single byte may be one that nobody reads, like the time of an entry.
        for (int i = 0; i < 100; i++) {
            bytes[bytes.length / 2 + i] ^= 1;
        }
        Files.write(home.resolve("flipped.zip"), bytes);
        Files.write(home.resolve("other.zip"), "a letter".getBytes(UTF_8));
        for (var name : List.of("short.zip", "flipped.zip", "other.zip")) {
            var damaged = home.resolve(name).toString();
            assertThat(Terminal.frontdesk(second, 1, "restore", "--from", damaged))
                    .contains(damaged + " cannot be restored");
        }
        try (var left = Files.list(second.data())) {
            assertThat(left).isEmpty();
        }
    }

    private int count() {
        return acknowledged.values().stream().mapToInt(Queue::size).sum();
    }

    private static int count(Map<Visitor, List<String>> messages) {
        return messages.values().stream().mapToInt(List::size).sum();
    }

    private Map<Visitor, List<String>> soFar() {
        var copy = new HashMap<Visitor, List<String>>();
        acknowledged.forEach((visitor, ids) -> copy.put(visitor, List.copyOf(ids)));
        return copy;
    }

    /** New visitors with three messages each, until nobody answers. */
    private void writes(Wire at) {
        try {
            while (true) {
                var visitor = Visitor.somebody();
                for (int i = 0; i < 3; i++) {
                    var id = UUID.randomUUID().toString();
                    if (visitor.posts(at, id, "hello").status() != 200) {
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

    private static List<String> keys(Wire at, Visitor visitor) {
        return visitor.lines(at).stream()
                .map(Visitor.Line::key)
                .filter(key -> !key.isEmpty())
                .toList();
    }
}
