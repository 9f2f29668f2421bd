package dev.frontdesk.testkit.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.frontdesk.testkit.fault.Fault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeTelegramTest {
    private static final long ANN = 5_000_000_001L;

    private final FakeTelegram telegram =
            new FakeTelegram(FakeTelegram.TOKEN, Duration.ofMillis(10), Duration.ofMillis(50)).start(0);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        telegram.close();
        http.shutdownNow();
    }

    private CompletableFuture<HttpResponse<String>> later(String method, String json) {
        var request = HttpRequest.newBuilder(URI.create(telegram.url() + "/bot" + telegram.token() + "/" + method))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    private JsonNode call(String method, String json) {
        return Json.parse(later(method, json).join().body());
    }

    private List<Long> poll(long offset) {
        return call("getUpdates", "{\"offset\":" + offset + "}")
                .path("result")
                .valueStream()
                .map(update -> update.path("update_id").asLong())
                .toList();
    }

    @Test
    void what_is_below_the_offset_is_acknowledged_and_the_rest_comes_again() {
        long first = telegram.enqueueText(ANN, ANN, "Ann", "One");
        long second = telegram.enqueueText(ANN, ANN, "Ann", "Two");

        assertThat(poll(0)).containsExactly(first, second);
        assertThat(poll(second)).containsExactly(second);
        assertThat(telegram.ledger().isAcknowledged(first)).isTrue();
        assertThat(telegram.ledger().isAcknowledged(second)).isFalse();
        assertThat(poll(second + 1)).isEmpty();
        assertThat(telegram.pending()).isZero();
    }

    @Test
    void an_offset_far_beyond_the_queue_forgets_nothing() {
        telegram.restartUpdateIds(7);
        telegram.enqueueText(ANN, ANN, "Ann", "One");
        assertThat(poll(900_000_000)).containsExactly(7L);
        assertThat(telegram.ledger().acknowledged()).isEmpty();
    }

    @Test
    void a_poll_waits_until_somebody_writes_and_a_second_poll_ends_it() throws Exception {
        var waiting = later("getUpdates", "{\"timeout\":30}");
        while (telegram.calls("getUpdates") == 0) {
            Thread.onSpinWait();
        }
        var second = later("getUpdates", "{\"timeout\":30}");
        var first = CompletableFuture.anyOf(waiting, second).get(10, TimeUnit.SECONDS);
        assertThat(((HttpResponse<?>) first).statusCode()).isEqualTo(409);
        telegram.enqueueText(ANN, ANN, "Ann", "Hello");
        var answers = List.of(waiting.get(10, TimeUnit.SECONDS), second.get(10, TimeUnit.SECONDS));
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(409, 200);
    }

    @Test
    void a_client_that_dies_in_its_poll_leaves_the_update_for_the_next() throws Exception {
        try (var dying = new Socket("127.0.0.1", telegram.url().getPort())) {
            dying.setSoLinger(true, 0);
            dying.getOutputStream()
                    .write(("GET /bot" + telegram.token() + "/getUpdates?timeout=30 HTTP/1.1\r\nHost: x\r\n\r\n")
                            .getBytes(UTF_8));
            while (telegram.calls("getUpdates") == 0) {
                Thread.onSpinWait();
            }
        }
        long update = telegram.enqueueText(ANN, ANN, "Ann", "Hello");
        assertThat(poll(0)).containsExactly(update);
    }

    @Test
    void a_message_is_in_the_ledger_with_its_keyboard_and_its_press_comes_back() {
        telegram.enqueueText(ANN, ANN, "Ann", "Hello");
        var sent = call("sendMessage", """
                {"chat_id":"%s","text":"Sure?","reply_parameters":{"message_id":101},
                 "reply_markup":{"inline_keyboard":[[{"text":"Yes","callback_data":"t1"}]]}}""".formatted(ANN));

        assertThat(telegram.ledger().sentTo(ANN)).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("Sure?");
            assertThat(message.keyboard()).containsExactly(new Ledger.Button("Yes", "t1"));
            assertThat(message.replyTo()).isEqualTo(101);
        });
        telegram.press(ANN, sent.at("/result/message_id").asLong(), "t1");
        assertThat(call("getUpdates", "{}")
                        .at("/result/1/callback_query/message/text")
                        .asText())
                .isEqualTo("Sure?");
    }

    @Test
    void it_refuses_as_telegram_does() {
        assertThat(call("sendMessage", "{\"chat_id\":9,\"text\":\"x\"}")
                        .path("description")
                        .asText())
                .isEqualTo("Bad Request: chat not found");
        telegram.enqueueText(ANN, ANN, "Ann", "Hello");
        telegram.block(ANN, true);
        assertThat(call("sendMessage", "{\"chat_id\":" + ANN + ",\"text\":\"x\"}")
                        .path("error_code")
                        .asInt())
                .isEqualTo(403);
        assertThat(telegram.ledger().sent()).isEmpty();
    }

    @Test
    void faults_are_used_up_in_order_and_say_whether_the_call_had_its_effect() {
        telegram.enqueueText(ANN, ANN, "Ann", "Hello");
        var message = "{\"chat_id\":" + ANN + ",\"text\":\"x\"}";
        telegram.failOnce("sendMessage", FakeTelegram.tooMany(7));
        telegram.failOnce("sendMessage", new Fault.HangUpAfter());
        telegram.failOnce("sendMessage", new Fault.Truncated());

        assertThat(call("sendMessage", message).at("/parameters/retry_after").asInt())
                .isEqualTo(7);
        assertThat(telegram.ledger().sentCount()).isZero();
        assertThatThrownBy(() -> later("sendMessage", message).join()).hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> later("sendMessage", message).join()).hasCauseInstanceOf(IOException.class);
        assertThat(telegram.ledger().sentCount()).isEqualTo(2);
        assertThat(call("sendMessage", message).path("ok").asBoolean()).isTrue();
    }

    @Test
    void a_webhook_gets_each_chat_in_order_until_it_says_ok() throws Exception {
        BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        var calls = new AtomicInteger();
        var bot = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        bot.createContext("/", call -> {
            try (call) {
                var update = Json.parse(new String(call.getRequestBody().readAllBytes(), UTF_8));
                var secret = call.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token");
                texts.add(secret + " " + update.at("/message/text").asText());
                call.sendResponseHeaders(calls.incrementAndGet() < 4 ? 503 : 200, -1);
            }
        });
        bot.start();
        long first = telegram.enqueueText(ANN, ANN, "Ann", "One");
        telegram.enqueueText(ANN, ANN, "Ann", "Two");
        call(
                "setWebhook",
                "{\"url\":\"http://127.0.0.1:%d/\",\"secret_token\":\"s-1\"}"
                        .formatted(bot.getAddress().getPort()));

        for (var expected : List.of("s-1 One", "s-1 One", "s-1 One", "s-1 One", "s-1 Two")) {
            assertThat(texts.poll(10, TimeUnit.SECONDS)).isEqualTo(expected);
        }
        while (telegram.pending() > 0) {
            Thread.onSpinWait();
        }
        assertThat(telegram.ledger().acknowledged().getFirst())
                .matches(ack -> ack.updateId() == first && ack.by() == Ledger.By.WEBHOOK);
        assertThat(later("getUpdates", "{}").join().statusCode()).isEqualTo(409);
        bot.stop(0);
    }

    @Test
    void on_a_bad_day_the_webhook_is_called_again_and_in_any_order() throws Exception {
        BlockingQueue<Long> updates = new LinkedBlockingQueue<>();
        var bot = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        bot.createContext("/", call -> {
            try (call) {
                updates.add(Json.parse(new String(call.getRequestBody().readAllBytes(), UTF_8))
                        .path("update_id")
                        .asLong());
                call.sendResponseHeaders(200, -1);
            }
        });
        bot.start();
        telegram.setWebhook(URI.create("http://127.0.0.1:" + bot.getAddress().getPort() + "/"), "s");
        telegram.badDay(7, 5, Duration.ofMillis(20));
        var brought = new ArrayList<Long>();
        for (int number = 0; number < 30; number++) {
            brought.add(telegram.customer(ANN, "Ann").writes("Line " + number).update());
        }
        while (telegram.pending() > 0) {
            Thread.onSpinWait();
        }
        assertThat(updates).hasSizeGreaterThan(40).containsAll(brought);
        assertThat(updates.stream().distinct().toList()).isNotEqualTo(brought);
        bot.stop(0);
    }

    @Test
    void a_file_goes_up_and_comes_down_and_is_forgotten() throws Exception {
        var photo = telegram.customer(ANN, "Ann").sends("photo", new byte[] {1, 2}, "", "image/jpeg", "Look");
        assertThat(photo.message()).isPositive();
        var id =
                call("getUpdates", "{}").at("/result/0/message/photo/1/file_id").asText();
        var path = call("getFile", "{\"file_id\":\"" + id + "\"}")
                .at("/result/file_path")
                .asText();
        var request = HttpRequest.newBuilder(URI.create(telegram.url() + "/file/bot" + telegram.token() + "/" + path))
                .build();
        assertThat(http.send(request, BodyHandlers.ofByteArray()).body()).containsExactly(1, 2);
        telegram.forgetFile(id);
        assertThat(call("getFile", "{\"file_id\":\"" + id + "\"}")
                        .path("error_code")
                        .asInt())
                .isEqualTo(400);
    }

    private HttpResponse<String> phone(String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(telegram.url() + path))
                .header("X-Phone", "1")
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    @Test
    void whoever_plays_a_customer_on_the_page_is_one() throws Exception {
        var lines = Json.parse(
                phone("/phone/text?person=7&name=Ada", "Hello <b>you</b>").body());
        assertThat(lines.at("/lines/0/text").asText()).isEqualTo("Hello <b>you</b>");
        phone("/phone/file?person=7&name=Ada&file=x.jpg", "\u0001");
        phone("/phone/place?person=7&name=Ada&latitude=52.5&longitude=13.4", "");
        phone("/phone/card?person=7&name=Ada", "+49 30 1");
        long first = lines.at("/lines/0/id").asLong();
        phone("/phone/edit?person=7&name=Ada&message=" + first, "Hello");
        call("sendMessage", "{\"chat_id\":7,\"text\":\"Hi\"}");
        long answer = telegram.ledger().sentTo(7).getFirst().messageId();
        phone("/phone/react?person=7&name=Ada&message=" + answer, "\ud83d\udc4d");
        lines = Json.parse(
                phone("/phone/press?person=7&name=Ada&message=" + answer, "t1").body());

        assertThat(lines.path("lines")
                        .valueStream()
                        .map(line -> line.path("kind").asText()))
                .containsExactly("text", "photo", "location", "contact", "text");
        assertThat(lines.at("/lines/0/edited").asBoolean()).isTrue();
        assertThat(call("getUpdates", "{}")
                        .path("result")
                        .valueStream()
                        .map(update -> update.fieldNames().next()))
                .hasSize(7);
        assertThat(phone("/phone/nothing?person=7", "").statusCode()).isEqualTo(404);
    }
}
