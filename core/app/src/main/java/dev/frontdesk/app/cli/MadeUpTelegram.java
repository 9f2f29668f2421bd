package dev.frontdesk.app.cli;

import dev.frontdesk.app.wiring.Folders;
import dev.frontdesk.testkit.telegram.FakeTelegram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A Telegram of one's own beside the demo: it is the bot's provider, and its page is the app of a customer. */
public final class MadeUpTelegram implements AutoCloseable {
    private static final String MARK = "FRONTDESK_DEMO_TELEGRAM";
    /** Says nothing without the environment that {@link #environment} adds. */
    private static final String BLOCK = """

            # Written by frontdesk demo --with telegram-fake; says nothing in a demo without it.
            channels { telegram {
              type = telegram
              enabled = ${?FRONTDESK_DEMO_TELEGRAM}
              token = ${?FRONTDESK_DEMO_TELEGRAM_TOKEN}
              api-url = ${?FRONTDESK_DEMO_TELEGRAM_URL}
            } }
            """;

    private final FakeTelegram telegram = new FakeTelegram();

    private MadeUpTelegram() {}

    /** Starts it on this port or, when that is taken, on any, and makes the demo's configuration know of it. */
    public static MadeUpTelegram beside(Folders demo, int port) throws IOException {
        var file = demo.config().resolve("frontdesk.conf");
        if (!Files.readString(file).contains(MARK)) {
            Files.writeString(file, BLOCK, StandardOpenOption.APPEND);
        }
        var made = new MadeUpTelegram();
        // The demo remembers what an earlier one has brought, maybe within the same second.
        long now = Instant.now().toEpochMilli();
        made.telegram.restartMessageIds(now);
        made.telegram.restartUpdateIds(now);
        try {
            made.telegram.start(port);
        } catch (UncheckedIOException taken) {
            made.telegram.start(0);
        }
        return made;
    }

    /** The page of the customer's app. */
    public URI url() {
        return telegram.url();
    }

    /** The environment with what the demo's configuration asks for. */
    public Map<String, String> environment(Map<String, String> besides) {
        var all = new HashMap<>(besides);
        all.put(MARK, "true");
        all.put(MARK + "_TOKEN", telegram.token());
        all.put(MARK + "_URL", telegram.url().toString());
        return Map.copyOf(all);
    }

    @Override
    public void close() {
        telegram.close();
    }
}
