package dev.frontdesk.testkit.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeWhatsAppTest {
    private static final String ANN = "4915112345678";

    private final FakeWhatsApp whatsapp = new FakeWhatsApp(InstantSource.system(), Duration.ofMillis(10)).start(0);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        whatsapp.close();
        http.shutdownNow();
    }

    @Test
    void on_a_bad_day_webhooks_come_late_again_and_in_any_order_until_each_is_heard() throws IOException {
        var brought = new CopyOnWriteArrayList<String>();
        var business = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        business.createContext("/", call -> {
            try (call) {
                var body = call.getRequestBody().readAllBytes();
                assertThat(call.getRequestHeaders().getFirst("X-Hub-Signature-256"))
                        .isEqualTo(Webhooks.signature(FakeWhatsApp.APP_SECRET, body));
                brought.add(Json.parse(body)
                        .at("/entry/0/changes/0/value/messages/0/id")
                        .asText());
                call.sendResponseHeaders(brought.size() % 7 == 0 ? 503 : 200, -1);
            }
        });
        business.start();
        whatsapp.bringTo(URI.create("http://127.0.0.1:" + business.getAddress().getPort() + "/"));
        whatsapp.badDay(7, 5, Duration.ofMillis(20));
        var written = new ArrayList<String>();
        for (int number = 0; number < 30; number++) {
            written.add(whatsapp.text(ANN, "Ann", "Line " + number));
        }
        while (whatsapp.underWay() > 0) {
            Thread.onSpinWait();
        }
        assertThat(brought).hasSizeGreaterThan(40).containsAll(written);
        assertThat(brought.stream().distinct().toList()).isNotEqualTo(written);
        assertThat(whatsapp.ledger().brought()).hasSameSizeAs(brought);
        business.stop(0);
    }

    @Test
    void whoever_plays_a_customer_on_the_page_is_one() throws Exception {
        assertThat(phone("text", "", "Hello <b>you</b>").at("/lines/0/text").asText())
                .isEqualTo("Hello <b>you</b>");
        phone("file", "&file=x.jpg", "\u0001");
        phone("place", "&latitude=52.5&longitude=13.4", "");
        phone("card", "", "+49 30 1");
        send("{\"messaging_product\":\"whatsapp\",\"to\":\"" + ANN + "\",\"type\":\"interactive\",\"interactive\":"
                + "{\"type\":\"button\",\"body\":{\"text\":\"Sure?\"},\"action\":{\"buttons\":"
                + "[{\"type\":\"reply\",\"reply\":{\"id\":\"t1\",\"title\":\"Yes\"}}]}}}");
        var question = whatsapp.ledger().sentTo(ANN).getFirst().wamid();
        phone("react", "&message=" + question, "\ud83d\udc4d");
        var lines = phone("press", "&message=" + question, "t1");

        assertThat(lines.path("app").asText()).isEqualTo("WhatsApp");
        assertThat(lines.path("lines")
                        .valueStream()
                        .map(line -> line.path("kind").asText()))
                .containsExactly("text", "photo", "location", "contact", "interactive", "text");
        assertThat(lines.at("/lines/5/text").asText()).isEqualTo("Yes");
        assertThat(types()).containsExactly("text", "image", "location", "contacts", "reaction", "interactive");
    }

    @Test
    void what_the_customer_has_before_their_eyes_is_reported_as_read_once() throws Exception {
        whatsapp.opened(ANN);
        send("{\"messaging_product\":\"whatsapp\",\"to\":\"" + ANN
                + "\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}");
        get("/phone/lines?person=" + ANN);
        assertThat(whatsapp.ledger().webhooks()).isEmpty();
        get("/phone/lines?seen=1&person=" + ANN);
        get("/phone/lines?seen=1&person=" + ANN);
        assertThat(whatsapp.ledger().webhooks())
                .singleElement()
                .matches(webhook -> webhook.contains("\"status\":\"read\""));
    }

    @Test
    void the_page_is_for_this_machine_and_for_itself() throws Exception {
        var page = get("/");
        assertThat(page.body()).contains("phone.js");
        assertThat(page.headers().firstValue("content-security-policy").orElse(""))
                .contains("default-src 'none'");
        var foreign = HttpRequest.newBuilder(URI.create(whatsapp.url() + "/phone/text?person=7"))
                .POST(BodyPublishers.ofString("hi"))
                .build();
        assertThat(http.send(foreign, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
        assertThat(get("/phone/lines?person=nobody").statusCode()).isEqualTo(404);
    }

    private List<String> types() {
        return whatsapp.ledger().webhooks().stream()
                .map(webhook -> Json.parse(webhook.getBytes(UTF_8))
                        .at("/entry/0/changes/0/value/messages/0/type")
                        .asText())
                .toList();
    }

    private void send(String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(whatsapp.url() + "/v23.0/" + FakeWhatsApp.NUMBER + "/messages"))
                .header("Authorization", "Bearer " + FakeWhatsApp.TOKEN)
                .POST(BodyPublishers.ofString(body))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(whatsapp.url() + path)).build(), BodyHandlers.ofString());
    }

    private JsonNode phone(String act, String query, String body) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create(whatsapp.url() + "/phone/" + act + "?person=" + ANN + "&name=Ann" + query))
                .header("X-Phone", "1")
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(act).isEqualTo(200);
        return Json.parse(answer.body().getBytes(UTF_8));
    }
}
