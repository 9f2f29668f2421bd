package dev.frontdesk.app.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.typesafe.config.Config;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole conversation at a Telegram that somebody else has written: npm's telegram-test-api. Needs Node and npm. */
@Tag("slow")
class IndependentTelegramTest {
    private static final Path HOME = Path.of("target/telegram-test-api");
    private static final String TOKEN = "123456:independent";
    private static final String SERVE = "const T = require('telegram-test-api');"
            + " new T({port: Number(process.argv[1]), host: '127.0.0.1'}).start().then(() => console.log('ready'));";

    @TempDir
    Path home;

    private final List<Config> heard = new ArrayList<>();

    @Test
    void aQuestionIsAskedAnsweredByAButtonAndHandedToAnAgent() throws Exception {
        run("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "telegram-test-api@4.2.1");
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var server = start("node", "-e", SERVE, Integer.toString(port));
        try {
            var telegram = new Wire(port);
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> hears(telegram).isEmpty());
            converse(telegram);
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private void converse(Wire telegram) throws IOException {
        var premises = Premises.in(home)
                .business("""
                        channels { tg { type = telegram, token = "%s", api-url = "%s" } }
                        teams { support { strategy = least-open, members = [anna] } }
                        """.formatted(TOKEN, telegram.site()))
                .workflow("""
                          { ask = "Hello {{contact.name}}?", choices = [Order, Refund], save-to = topic }
                          { send = "{{topic}} it is." }
                          { assign { team = support } }
                        """);
        try (var house = premises.open()) {
            var wire = new Wire(house.port());
            var anna = Colleague.welcomed(wire, house.line().replaceFirst("(?s).*(/welcome#\\S+).*", "$1"));
            post(telegram, "/sendMessage", "\"text\":\"hi\"," + PERSON);
            await().untilAsserted(() -> assertThat(texts(telegram)).containsExactly("Hello Ada?"));
            var refund = (List<?>) heard.getFirst()
                    .getConfig("message.reply_markup")
                    .getList("inline_keyboard")
                    .get(1)
                    .unwrapped();
            var data = ((Map<?, ?>) refund.getFirst()).get("callback_data");
            post(
                    telegram,
                    "/sendCallback",
                    "\"data\":\"" + data + "\",\"message\":{\"message_id\":1," + PERSON + "}," + PERSON);
            await().untilAsserted(() -> assertThat(texts(telegram)).containsExactly("Hello Ada?", "Refund it is."));
            await().until(() -> anna.rows(wire, "mine").size() == 1);
            var conversation = anna.rows(wire, "mine").getFirst().getString("id");
            // It knows photos from people only: what bots send is text there.
            post(
                    telegram,
                    "/sendMessage",
                    "\"photo\":[{\"file_id\":\"p1\",\"file_unique_id\":\"u1\",\"width\":8,\"height\":6}],"
                            + "\"caption\":\"It looks like this\"," + PERSON);
            await().untilAsserted(() -> assertThat(anna.get(wire, "/api/conversations/" + conversation)
                            .root()
                            .render())
                    .contains("It looks like this", "image"));
            anna.orders(wire, conversation, "reply", Map.of("text", "Anna here."));
            await().untilAsserted(() ->
                    assertThat(texts(telegram)).containsExactly("Hello Ada?", "Refund it is.", "Anna here."));
        }
    }

    private static final String PERSON = "\"from\":{\"id\":7001,\"is_bot\":false,\"first_name\":\"Ada\"},"
            + "\"chat\":{\"id\":7001,\"type\":\"private\"},\"date\":1772442000123";

    private static void post(Wire telegram, String path, String fields) {
        var body = "{\"botToken\":\"" + TOKEN + "\"," + fields + "}";
        var answer = telegram.post(path, body.getBytes(UTF_8), "Content-Type", "application/json");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static List<? extends Config> hears(Wire telegram) {
        var body = "{\"token\":\"" + TOKEN + "\",\"chatId\":7001}";
        return telegram.post("/getUpdates", body.getBytes(UTF_8), "Content-Type", "application/json")
                .json()
                .getConfigList("result");
    }

    /** All texts so far: the server hands out each once. */
    private List<String> texts(Wire telegram) {
        heard.addAll(hears(telegram));
        return heard.stream().map(one -> one.getString("message.text")).toList();
    }

    private static void run(String... command) throws Exception {
        var process = start(command);
        assertThat(process.waitFor(3, TimeUnit.MINUTES))
                .as(command[0] + " took too long")
                .isTrue();
        assertThat(process.exitValue())
                .as(String.join(" ", command) + ": " + Files.readString(HOME.resolve("log")))
                .isZero();
    }

    private static Process start(String... command) throws IOException {
        Files.createDirectories(HOME);
        Files.writeString(HOME.resolve("package.json"), "{\"private\":true}");
        var log = new File(HOME.toFile(), "log");
        try {
            return new ProcessBuilder(command)
                    .directory(HOME.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
        } catch (IOException missing) {
            throw new AssertionError(
                    "'" + command[0] + "' cannot be run; this suite needs Node and npm (apt-get install nodejs npm)",
                    missing);
        }
    }
}
