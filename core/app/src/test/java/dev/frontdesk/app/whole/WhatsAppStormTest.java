package dev.frontdesk.app.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.testkit.whatsapp.FakeWhatsApp;
import dev.frontdesk.testkit.whatsapp.Webhooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Meta promises no order and brings things twice: what comes out is what a quiet day would have brought. */
@Tag("slow")
class WhatsAppStormTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PEOPLE = 250;

    @TempDir
    Path home;

    private final FakeWhatsApp whatsapp = new FakeWhatsApp().start(0);

    @AfterEach
    void close() {
        whatsapp.close();
    }

    private Premises premises(String name) throws IOException {
        return Premises.in(Files.createDirectory(home.resolve(name)))
                .business("""
                        channels { wa {
                          type = whatsapp, phone-number-id = "%s", access-token = "%s", mark-read = false
                          app-secret = "%s", verify-token = "%s", api-url = "%s", rate = 10000
                        } }
                        teams { support { strategy = least-open, members = [anna] } }
                        """.formatted(
                                FakeWhatsApp.NUMBER,
                                FakeWhatsApp.TOKEN,
                                FakeWhatsApp.APP_SECRET,
                                FakeWhatsApp.VERIFY_TOKEN,
                                whatsapp.url()))
                .workflow("""
                          { send = "Welcome." }
                          { ask = "What is it about?", save-to = topic }
                          { assign { team = support } }
                        """);
    }

    /** Four messages of each, and a reaction to one of them. */
    @Test
    void aThousandMessagesInAStormAreTheSameAsOnAQuietDay() throws Exception {
        for (int number = 0; number < PEOPLE; number++) {
            var person = Long.toString(49_151_000_000L + number);
            var first = whatsapp.text(person, "Person " + number, "hello from " + person);
            whatsapp.text(person, "Person " + number, "it is about my order");
            whatsapp.text(person, "Person " + number, "the blue one");
            whatsapp.text(person, "Person " + number, "thank you");
            whatsapp.react(person, first, "👍");
        }
        var webhooks = whatsapp.ledger().webhooks().stream()
                .map(webhook -> webhook.getBytes(UTF_8))
                .toList();

        var quiet = premises("quiet");
        try (var house = quiet.open()) {
            Storm.calm(webhooks, webhook -> bring(house.port(), webhook));
            settle(house.engine()::idle, 2 * PEOPLE);
        }
        var stormy = premises("stormy");
        int calls;
        try (var house = stormy.open()) {
            calls = new Storm(20_261_122).blow(webhooks, webhook -> bring(house.port(), webhook));
            settle(house.engine()::idle, 4 * PEOPLE);
        }

        assertThat(calls).isGreaterThan(2 * webhooks.size());
        assertThat(StateHash.lines(stormy.data())).isEqualTo(StateHash.lines(quiet.data()));
        assertThat(StateHash.of(stormy.data())).isEqualTo(StateHash.of(quiet.data()));
        assertThat(StateHash.lines(stormy.data()).stream().filter(line -> line.contains("| IN ")))
                .hasSize(4 * PEOPLE);
    }

    private static int bring(int port, byte[] webhook) {
        var headers = List.of(
                "Content-Type",
                "application/json",
                "X-Hub-Signature-256",
                Webhooks.signature(FakeWhatsApp.APP_SECRET, webhook));
        return new Wire(port)
                .post("/channels/wa/webhook", webhook, headers.toArray(String[]::new))
                .status();
    }

    private void settle(BooleanSupplier idle, int sent) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(whatsapp.ledger().sent()).hasSize(sent);
            assertThat(idle.getAsBoolean()).isTrue();
        });
    }
}
