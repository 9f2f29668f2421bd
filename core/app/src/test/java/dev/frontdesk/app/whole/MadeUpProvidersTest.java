package dev.frontdesk.app.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.typesafe.config.Config;
import dev.frontdesk.app.cli.MadeUpModel;
import dev.frontdesk.app.cli.MadeUpTelegram;
import dev.frontdesk.app.cli.MadeUpWhatsApp;
import dev.frontdesk.app.wiring.DemoFolder;
import dev.frontdesk.app.wiring.Folders;
import dev.frontdesk.app.wiring.OpenHouse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code frontdesk demo --with telegram-fake,whatsapp-fake}: a customer's app on a page, and the shop answers. */
class MadeUpProvidersTest {
    @TempDir
    Path home;

    @Test
    void whatIsWrittenOnThePageIsAnsweredByTheShippedWorkflowAlsoAfterARestart() throws IOException {
        for (int visit = 1; visit <= 2; visit++) {
            var demo = demo();
            try (var telegram = MadeUpTelegram.beside(demo, 0);
                    var _ = OpenHouse.start(demo, telegram.environment())) {
                var phone = new Wire(telegram.url().getPort());
                assertThat(phone.get("/").text()).contains("phone.js");
                says(phone, "Hello, it broke");
                await().until(() -> lines(phone).stream().anyMatch(line -> !line.getBoolean("mine")));
            }
        }
        assertThat(Files.readString(home.resolve("config/frontdesk.conf")).split("FRONTDESK_DEMO_TELEGRAM_TOKEN"))
                .as("the configuration is told once")
                .hasSize(2);
        try (var without = OpenHouse.start(demo())) {
            assertThat(without.port()).isPositive();
        }
    }

    @Test
    void theShopAnswersOnAMadeUpWhatsAppAndHearsThatItWasRead() throws Exception {
        var demo = demo();
        try (var whatsapp = MadeUpWhatsApp.beside(demo, 0);
                var house = OpenHouse.start(demo, whatsapp.environment())) {
            whatsapp.ready(URI.create("http://127.0.0.1:" + house.port()));
            var phone = new Wire(whatsapp.url().getPort());
            says(phone, "Hello, it broke");
            await().until(() -> lines(phone).stream().anyMatch(line -> !line.getBoolean("mine")));
            phone.get("/phone/lines?seen=1&person=7000000001");
            await().until(() -> StateHash.lines(home).stream().anyMatch(line -> line.endsWith("| READ")));
        }
    }

    @Test
    void aMadeUpModelAnswersFirstAndLeavesNothingBehindThatAsksForIt() throws IOException {
        var demo = demo();
        var workflow = demo.config().resolve("workflows/assistant-of-the-demo.conf");
        try (var telegram = MadeUpTelegram.beside(demo, 0);
                var model = MadeUpModel.beside(demo, 0)) {
            var environment = new HashMap<>(telegram.environment());
            environment.putAll(model.environment());
            try (var _ = OpenHouse.start(demo, environment)) {
                var phone = new Wire(telegram.url().getPort());
                says(phone, "What are your opening hours?");
                await().until(() -> lines(phone).stream()
                        .anyMatch(line -> line.getString("text").startsWith("The shop is open from nine to six")));
            }
            assertThat(workflow).exists();
        }
        assertThat(workflow).doesNotExist();
        try (var without = OpenHouse.start(demo)) {
            assertThat(without.port()).isPositive();
        }
    }

    @Test
    void aPageOfAnotherSiteCannotPlayTheCustomer() throws IOException {
        try (var telegram = MadeUpTelegram.beside(DemoFolder.in(home), 0)) {
            var phone = new Wire(telegram.url().getPort());
            assertThat(phone.post("/phone/text?person=7&name=Ada", "hi".getBytes(UTF_8))
                            .status())
                    .isEqualTo(403);
            assertThat(phone.get("/").headers().get("content-security-policy").getFirst())
                    .contains("default-src 'none'");
        }
    }

    private Folders demo() throws IOException {
        var demo = DemoFolder.in(home);
        var file = demo.config().resolve("frontdesk.conf");
        Files.writeString(file, Files.readString(file).replace("= 8080", "= 0"));
        return demo;
    }

    private static void says(Wire phone, String text) {
        var answer = phone.post("/phone/text?person=7000000001&name=Ada", text.getBytes(UTF_8), "X-Phone", "1");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static List<? extends Config> lines(Wire phone) {
        return phone.get("/phone/lines?person=7000000001").json().getConfigList("lines");
    }
}
