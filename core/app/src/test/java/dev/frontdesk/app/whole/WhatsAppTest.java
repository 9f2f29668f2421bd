package dev.frontdesk.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.testkit.whatsapp.FakeWhatsApp;
import dev.frontdesk.testkit.fault.Fault;
import dev.frontdesk.testkit.whatsapp.Ledger;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People talk to the bot, then to an agent, on WhatsApp; webhooks come late, twice and in any order, and answers get lost. */
class WhatsAppTest {
    private static final String ADA = "4915100000001";
    private static final String BOB = "4915100000002";

    @TempDir
    Path home;

    private final FakeWhatsApp whatsapp = new FakeWhatsApp(InstantSource.system(), Duration.ofMillis(20)).start(0);
    private Premises premises;

    @BeforeEach
    void furnish() throws IOException {
        premises = Premises.in(home)
                .business("""
                        channels { wa {
                          type = whatsapp, phone-number-id = "%s", business-account-id = "%s", access-token = "%s"
                          app-secret = "%s", verify-token = "%s", api-url = "%s"
                        } }
                        teams { support { strategy = least-open, members = [anna] } }
                        """.formatted(
                                FakeWhatsApp.NUMBER,
                                FakeWhatsApp.ACCOUNT,
                                FakeWhatsApp.TOKEN,
                                FakeWhatsApp.APP_SECRET,
                                FakeWhatsApp.VERIFY_TOKEN,
                                whatsapp.url()))
                .workflow("""
                          { ask = "Hello {{contact.name}}, what is it about?", choices = [Order, Refund], save-to = topic }
                          { send = "{{topic}} it is." }
                          { assign { team = support } }
                        """);
    }

    @AfterEach
    void close() {
        whatsapp.close();
    }

    private Wire reach(int port) {
        var wire = new Wire(port);
        whatsapp.bringTo(URI.create(wire.site() + "/channels/wa/webhook"));
        return wire;
    }

    private List<String> texts(String person) {
        return whatsapp.ledger().sentTo(person).stream().map(Ledger.Sent::text).toList();
    }

    @Test
    void aWholeConversation() throws IOException {
        try (var house = premises.open()) {
            var wire = reach(house.port());
            var verified = wire.get("/channels/wa/webhook?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token="
                    + FakeWhatsApp.VERIFY_TOKEN);
            assertThat(verified.text()).isEqualTo("1158201444");
            var anna = Colleague.welcomed(wire, house.line().replaceFirst("(?s).*(/welcome#\\S+).*", "$1"));

            whatsapp.copies(3);
            whatsapp.text(ADA, "Ada", "hello");
            await().until(() -> texts(ADA).size() == 1);
            var question = whatsapp.ledger().sentTo(ADA).getFirst();
            assertThat(question.text()).isEqualTo("Hello Ada, what is it about?");
            var buttons = Wire.json(question.request()).getConfigList("interactive.action.buttons");
            assertThat(buttons).hasSize(2);
            whatsapp.press(ADA, question.wamid(), buttons.getLast().getString("reply.id"), "Refund");
            await().untilAsserted(() -> assertThat(texts(ADA)).contains("Refund it is."));

            whatsapp.text(BOB, "Bob", "hello?");
            await().until(() -> texts(BOB).size() == 1);
            whatsapp.text(BOB, "Bob", "order");
            await().untilAsserted(() -> assertThat(texts(BOB)).contains("Order it is."));

            await().until(() -> anna.rows(wire, "mine").size() == 2);
            var ada = anna.rows(wire, "mine").stream()
                    .filter(row -> row.toString().contains("Ada"))
                    .findFirst()
                    .orElseThrow()
                    .getString("id");
            anna.orders(wire, ada, "reply", Map.of("text", "Hello Ada, Anna here."));
            await().untilAsserted(() -> assertThat(texts(ADA))
                    .containsExactly("Hello Ada, what is it about?", "Refund it is.", "Hello Ada, Anna here."));
            await().until(() -> whatsapp.underWay() == 0);
        }
    }

    @Test
    void anAnswerThatIsLostIsSettledByMetasReport() throws IOException {
        whatsapp.reporting();
        whatsapp.failOnce("messages", new Fault.HangUpAfter());
        try (var house = premises.open()) {
            reach(house.port());
            whatsapp.text(ADA, "Ada", "hello");
            await().until(() -> texts(ADA).size() == 1);
            whatsapp.text(ADA, "Ada", "refund");
            await().untilAsserted(() -> assertThat(texts(ADA))
                    .as("nothing is said twice")
                    .containsExactly("Hello Ada, what is it about?", "Refund it is."));
        }
    }

    @Test
    void aKeptConnectionThatMetaClosesCostsNothing() throws IOException {
        whatsapp.reporting();
        try (var house = premises.open()) {
            reach(house.port());
            whatsapp.text(ADA, "Ada", "hello");
            await().until(() -> texts(ADA).size() == 1);
            whatsapp.endKeptConnections();
            whatsapp.text(ADA, "Ada", "refund");
            await().untilAsserted(() ->
                    assertThat(texts(ADA)).containsExactly("Hello Ada, what is it about?", "Refund it is."));
        }
    }

    @Test
    void whatIsWrittenWhileTheHouseIsClosedIsAnsweredOnceWhenItOpens() throws IOException {
        int port;
        try (var house = premises.open()) {
            port = house.port();
            reach(port);
            whatsapp.text(ADA, "Ada", "hello");
            await().until(() -> texts(ADA).size() == 1);
        }
        whatsapp.text(ADA, "Ada", "refund");
        try (var house = premises.open()) {
            reach(house.port());
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(texts(ADA)).containsExactly("Hello Ada, what is it about?", "Refund it is."));
            await().until(() -> whatsapp.underWay() == 0);
        }
    }
}
