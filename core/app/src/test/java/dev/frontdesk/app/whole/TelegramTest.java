package dev.frontdesk.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.testkit.telegram.FakeTelegram;
import dev.frontdesk.testkit.fault.Fault;
import dev.frontdesk.testkit.telegram.Ledger;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person talks to the bot, then to an agent, on Telegram: by polling and by webhook, over a restart and a bad connection. */
class TelegramTest {
    private static final long ADA = 6_100_000_001L;
    private static final long BOB = 6_100_000_002L;

    @TempDir
    Path home;

    private final FakeTelegram telegram =
            new FakeTelegram(FakeTelegram.TOKEN, Duration.ofMillis(20), Duration.ofMillis(200)).start(0);
    private Premises premises;

    @BeforeEach
    void furnish() throws IOException {
        premises = Premises.in(home).workflow("""
              { ask = "Hello {{contact.name}}, what is it about?", choices = [Order, Refund], save-to = topic }
              { send = "{{topic}} it is." }
              { assign { team = support } }
            """);
    }

    @AfterEach
    void close() {
        telegram.close();
    }

    private void business(String channel, String besides) throws IOException {
        premises.business("""
                channels { tg { type = telegram, token = "%s", api-url = "%s", poll-timeout = 1s, %s } }
                teams { support { strategy = least-open, members = [anna] } }
                %s
                """.formatted(FakeTelegram.TOKEN, telegram.url(), channel, besides));
    }

    @Test
    void aWholeConversationByPolling() throws IOException {
        business("mode = polling", "");
        try (var house = premises.open()) {
            conversation(new Wire(house.port()), house.line());
        }
        assertThat(telegram.ledger().acknowledged()).allMatch(ack -> ack.by() == Ledger.By.OFFSET);
    }

    @Test
    void aWholeConversationByWebhook() throws IOException {
        int port = freePort();
        business(
                "mode = webhook, webhook-secret = made-up-secret",
                "http { port = %d, public-url = \"http://127.0.0.1:%d\" }".formatted(port, port));
        try (var house = premises.open()) {
            await().until(() -> telegram.webhookUrl().isPresent());
            assertThat(telegram.webhookUrl().orElseThrow())
                    .hasToString("http://127.0.0.1:" + port + "/channels/tg/updates");
            conversation(new Wire(port), house.line());
        }
        assertThat(telegram.ledger().acknowledged()).allMatch(ack -> ack.by() == Ledger.By.WEBHOOK);
        assertThat(telegram.calls("setWebhook")).isEqualTo(1);
        assertThat(telegram.webhookUrl()).as("a node that stops unhooks nobody").isPresent();
    }

    private void conversation(Wire house, String line) {
        var anna = Colleague.welcomed(house, line.replaceFirst("(?s).*(/welcome#\\S+).*", "$1"));
        telegram.enqueueText(ADA, ADA, "Ada", "/start from-the-site");
        await().until(() -> texts(ADA).size() == 1);
        var question = telegram.ledger().sentTo(ADA).getFirst();
        assertThat(question.text()).isEqualTo("Hello Ada, what is it about?");
        assertThat(question.keyboard()).extracting(Ledger.Button::label).containsExactly("Order", "Refund");

        telegram.press(ADA, question.messageId(), question.keyboard().getLast().data());
        await().untilAsserted(() -> assertThat(texts(ADA)).contains("Refund it is."));
        await().until(() -> telegram.ledger().answeredCallbacks().size() == 1);

        telegram.enqueueText(BOB, BOB, "Bob", "hello?");
        await().until(() -> texts(BOB).size() == 1);
        telegram.enqueueText(BOB, BOB, "Bob", "order");
        await().untilAsserted(() -> assertThat(texts(BOB)).contains("Order it is."));

        await().until(() -> anna.rows(house, "mine").size() == 2);
        var ada = anna.rows(house, "mine").stream()
                .filter(row -> row.toString().contains("Ada"))
                .findFirst()
                .orElseThrow()
                .getString("id");
        anna.orders(house, ada, "reply", Map.of("text", "Hello Ada, Anna here."));
        await().untilAsserted(() -> assertThat(texts(ADA))
                .containsExactly("Hello Ada, what is it about?", "Refund it is.", "Hello Ada, Anna here."));
        await().untilAsserted(() -> assertThat(telegram.pending()).isZero());
    }

    @Test
    void whatIsWrittenWhileTheHouseIsClosedIsAnsweredOnceWhenItOpens() throws IOException {
        business("mode = polling", "");
        try (var house = premises.open()) {
            assertThat(house.port()).isPositive();
            telegram.enqueueText(ADA, ADA, "Ada", "hello");
            await().until(() -> texts(ADA).size() == 1);
        }
        telegram.enqueueText(ADA, ADA, "Ada", "refund");
        telegram.enqueueText(BOB, BOB, "Bob", "hello");
        try (var house = premises.open()) {
            assertThat(house.port()).isPositive();
            await().untilAsserted(() ->
                    assertThat(texts(ADA)).containsExactly("Hello Ada, what is it about?", "Refund it is."));
            await().untilAsserted(() -> assertThat(texts(BOB)).hasSize(1));
            await().until(() -> telegram.pending() == 0);
        }
    }

    @Test
    void whoBlocksTheBotAndComesBackIsWrittenToAgain() throws IOException {
        business("mode = polling", "");
        try (var house = premises.open()) {
            var wire = new Wire(house.port());
            var anna = Colleague.welcomed(wire, house.line().replaceFirst("(?s).*(/welcome#\\S+).*", "$1"));
            telegram.enqueueText(ADA, ADA, "Ada", "hello");
            await().until(() -> texts(ADA).size() == 1);
            telegram.enqueueText(ADA, ADA, "Ada", "order");
            await().until(() -> anna.rows(wire, "mine").size() == 1);
            var conversation = anna.rows(wire, "mine").getFirst().getString("id");
            telegram.block(ADA, true);
            await().until(() -> telegram.pending() == 0);

            anna.orders(wire, conversation, "reply", Map.of("text", "Are you there?"));
            long back = telegram.block(ADA, false);
            await().until(() -> telegram.ledger().isAcknowledged(back));
            anna.orders(wire, conversation, "reply", Map.of("text", "Welcome back."));

            await().untilAsserted(() -> assertThat(texts(ADA)).contains("Welcome back."));
        }
    }

    @Test
    void anOutageOfTelegramDelaysAndLosesNothing() throws IOException {
        business("mode = polling", "");
        telegram.failOnce("getUpdates", Fault.page(502));
        telegram.failOnce("getUpdates", new Fault.Truncated());
        telegram.failOnce("sendMessage", FakeTelegram.tooMany(1));
        telegram.enqueueText(ADA, ADA, "Ada", "hello");
        telegram.enqueueRaw(ADA, "\"message\":{\"deep\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}");
        telegram.enqueueText(BOB, BOB, "Bob", "hello");
        try (var house = premises.open()) {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(texts(ADA)).hasSize(1);
                assertThat(texts(BOB)).hasSize(1);
            });
            assertThat(house.store().deadLetters().count()).isEqualTo(1);
        }
    }

    @Test
    void healthNamesTheChannelWhoseTokenIsRefusedAndSaysWhenAllIsWell() throws IOException {
        business("mode = polling", "");
        telegram.failAlways("getMe", FakeTelegram.refusal(401, "Unauthorized"));
        telegram.failAlways("getUpdates", FakeTelegram.refusal(401, "Unauthorized"));
        try (var house = premises.open()) {
            var wire = new Wire(house.port());
            await().untilAsserted(() -> assertThat(wire.get("/health").status()).isEqualTo(503));
            assertThat(wire.get("/health").text())
                    .contains("{\"name\":\"store\",\"ok\":true}")
                    .contains("{\"name\":\"channel tg\",\"ok\":false,\"message\":\"Telegram refuses the token (401)")
                    .contains("{\"name\":\"workflows\",\"ok\":true}");
        }
        telegram.heal();
        try (var house = premises.open()) {
            assertThat(new Wire(house.port()).get("/health").text()).contains("{\"name\":\"channel tg\",\"ok\":true}");
        }
    }

    private List<String> texts(long chat) {
        return telegram.ledger().sentTo(chat).stream().map(Ledger.Sent::text).toList();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
