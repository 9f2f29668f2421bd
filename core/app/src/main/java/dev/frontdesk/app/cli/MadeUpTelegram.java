package dev.frontdesk.app.cli;

import dev.frontdesk.app.wiring.Beside;
import dev.frontdesk.app.wiring.Folders;
import dev.frontdesk.testkit.telegram.FakeTelegram;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** A Telegram of one's own beside the demo: it is the bot's provider, and its page is the app of a customer. */
public final class MadeUpTelegram implements Beside {
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
        MadeUp.writeOnce(demo, MARK, BLOCK);
        var made = new MadeUpTelegram();
        // The demo remembers what an earlier one has brought, maybe within the same second.
        long now = Instant.now().toEpochMilli();
        made.telegram.restartMessageIds(now);
        made.telegram.restartUpdateIds(now);
        MadeUp.start(port, made.telegram::start);
        return made;
    }

    /** The page of the customer's app. */
    public URI url() {
        return telegram.url();
    }

    @Override
    public String line() {
        return "Customer's Telegram: " + url();
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                MARK,
                "true",
                MARK + "_TOKEN",
                telegram.token(),
                MARK + "_URL",
                telegram.url().toString());
    }

    /** It is asked, and calls nobody. */
    @Override
    public void ready(URI site) {}

    @Override
    public void close() {
        telegram.close();
    }
}
