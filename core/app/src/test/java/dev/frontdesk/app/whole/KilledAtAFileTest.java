package dev.frontdesk.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.testkit.telegram.FakeTelegram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real process dies while it brings a file of somebody's message, and the next one brings it. */
@Tag("slow")
class KilledAtAFileTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path home;

    private final FakeTelegram telegram = new FakeTelegram().start(0);

    @AfterEach
    void close() {
        telegram.close();
    }

    /** {@code fetch.before}: claimed, not asked for. {@code fetch.done}: the bytes are on the disk and the store does not know. */
    @ParameterizedTest
    @ValueSource(strings = {"fetch.before", "fetch.done"})
    void aFileIsBroughtOnceWhereverTheProcessDies(String point) throws Exception {
        var premises = Premises.in(home)
                .business("""
                        channels { tg { type = telegram, token = "%s", api-url = "%s", poll-timeout = 1s } }
                        teams { support { strategy = least-open, members = [anna] } }
                        """.formatted(FakeTelegram.TOKEN, telegram.url()))
                .workflow("{ assign { team = support } }");
        telegram.customer(7_000_000_001L, "Ada").sends("photo", new byte[] {1, 2, 3}, "", "image/jpeg", "Look");

        var dying = process(premises, point + "@1");
        assertThat(dying.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("it dies")
                .isTrue();
        assertThat(dying.exitValue()).isEqualTo(137);

        var next = process(premises, "");
        try {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(stored(premises)).containsExactly("STORED 3"));
            assertThat(telegram.calls("file"))
                    .as("asked for again only where it did not come")
                    .isBetween(1, 2);
        } finally {
            next.destroy();
            assertThat(next.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(StateHash.lines(premises.data()).stream().filter(line -> line.contains("| IN ")))
                .hasSize(1);
    }

    private static List<String> stored(Premises premises) throws Exception {
        try (var connection = java.sql.DriverManager.getConnection(
                        "jdbc:sqlite:" + premises.data().resolve("frontdesk.db"));
                var rows = connection.createStatement().executeQuery("select state, size from attachment")) {
            var found = new java.util.ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1) + " " + rows.getLong(2));
            }
            return found;
        }
    }

    private static Process process(Premises premises, String point) throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dguice_custom_class_loading=CHILD",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(entry -> !entry.contains("test-classes"))
                                .collect(Collectors.joining(File.pathSeparator)),
                        "dev.frontdesk.app.Main",
                        "run",
                        "--config",
                        premises.config().toString(),
                        "--data",
                        premises.data().toString())
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile("frontdesk", ".log").toFile());
        if (!point.isEmpty()) {
            builder.environment().put("FRONTDESK_FAULT_POINT", point);
        }
        return builder.start();
    }
}
