package dev.frontdesk.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.testkit.telegram.FakeTelegram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

        var dying = Running.start(premises, Map.of("FRONTDESK_FAULT_POINT", point + "@1"));
        assertThat(dying.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("it dies")
                .isTrue();
        assertThat(dying.process().exitValue()).isEqualTo(137);

        try (var _ = Running.start(premises)) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(Tables.column(premises, "select state || ' ' || size from attachment"))
                                    .containsExactly("STORED 3"));
            assertThat(telegram.calls("file"))
                    .as("asked for again only where it did not come")
                    .isBetween(1, 2);
        }
        assertThat(StateHash.lines(premises.data()).stream().filter(line -> line.contains("| IN ")))
                .hasSize(1);
    }
}
