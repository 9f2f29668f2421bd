package dev.frontdesk.testkit.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.testkit.telegram.FakeTelegram;
import dev.frontdesk.testkit.whatsapp.FakeWhatsApp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault at each made-up provider: what the caller sees, and what the ledger says was done. */
class FaultsTest {

    /** A provider, and a call of it that sends one message. */
    enum At {
        TELEGRAM {
            private final ThreadLocal<FakeTelegram> here = new ThreadLocal<>();

            @Override
            void open() {
                var telegram = new FakeTelegram().start(0);
                telegram.meet(7, 7, "Ann");
                here.set(telegram);
            }

            @Override
            void fail(Fault fault) {
                here.get().failOnce("sendMessage", fault);
            }

            @Override
            Fault tooMany() {
                return FakeTelegram.tooMany(7);
            }

            @Override
            URI call() {
                return URI.create(here.get().url() + "/bot" + FakeTelegram.TOKEN + "/sendMessage");
            }

            @Override
            String body() {
                return "{\"chat_id\":7,\"text\":\"Hello\"}";
            }

            @Override
            int calls() {
                return here.get().calls("sendMessage");
            }

            @Override
            int sent() {
                return here.get().ledger().sentCount();
            }

            @Override
            void endKept() {
                here.get().endKeptConnections();
            }

            @Override
            void close() {
                here.get().close();
            }
        },
        WHATSAPP {
            private final ThreadLocal<FakeWhatsApp> here = new ThreadLocal<>();

            @Override
            void open() {
                var whatsapp = new FakeWhatsApp().start(0);
                whatsapp.opened("4915112345678");
                here.set(whatsapp);
            }

            @Override
            void fail(Fault fault) {
                here.get().failOnce("messages", fault);
            }

            @Override
            Fault tooMany() {
                return FakeWhatsApp.refusal(130429, "Rate limit hit");
            }

            @Override
            URI call() {
                return URI.create(here.get().url() + "/v23.0/" + FakeWhatsApp.NUMBER + "/messages");
            }

            @Override
            String body() {
                return "{\"messaging_product\":\"whatsapp\",\"to\":\"4915112345678\",\"type\":\"text\",\"text\":{\"body\":\"Hello\"}}";
            }

            @Override
            int calls() {
                return here.get().calls("messages");
            }

            @Override
            int sent() {
                return here.get().ledger().sent().size();
            }

            @Override
            void endKept() {
                here.get().endKeptConnections();
            }

            @Override
            void close() {
                here.get().close();
            }
        };

        abstract void open();

        abstract void fail(Fault fault);

        abstract Fault tooMany();

        abstract URI call();

        abstract String body();

        abstract int calls();

        abstract int sent();

        abstract void endKept();

        abstract void close();
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private At at = At.TELEGRAM;

    private void open(At provider) {
        at = provider;
        at.open();
    }

    @AfterEach
    void close() {
        at.close();
        http.shutdownNow();
    }

    private int status(Duration patience) throws Exception {
        var request = HttpRequest.newBuilder(at.call())
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + FakeWhatsApp.TOKEN)
                .POST(BodyPublishers.ofString(at.body()))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    private int status() throws Exception {
        return status(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_refused_was_not_sent(At provider) throws Exception {
        open(provider);
        at.fail(at.tooMany());
        at.fail(Fault.page(502));
        assertThat(status()).isEqualTo(429);
        assertThat(status()).isEqualTo(502);
        assertThat(at.sent()).isZero();
        assertThat(status()).isEqualTo(200);
        assertThat(at.sent()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_that_breaks_before_has_sent_nothing_and_one_that_breaks_after_has(At provider) {
        open(provider);
        at.fail(new Fault.HangUpBefore());
        assertThatThrownBy(this::status).isInstanceOf(IOException.class);
        assertThat(at.sent()).isZero();
        for (var fault :
                Stream.of(new Fault.HangUpAfter(), new Fault.Truncated()).toList()) {
            int before = at.sent();
            at.fail(fault);
            assertThatThrownBy(this::status).as(fault.toString()).isInstanceOf(IOException.class);
            assertThat(at.sent()).as(fault.toString()).isEqualTo(before + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_answer_says_nothing_of_what_was_sent(At provider) throws Exception {
        open(provider);
        at.fail(new Fault.Empty());
        assertThat(status()).isEqualTo(200);
        assertThat(at.sent()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void who_accepts_and_answers_too_late_has_sent_it(At provider) {
        open(provider);
        at.fail(new Fault.Slow(Duration.ofDays(1)));
        assertThatThrownBy(() -> status(Duration.ofMillis(500))).isInstanceOf(HttpTimeoutException.class);
        assertThat(at.sent()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void who_is_silent_on_an_open_connection_has_sent_nothing(At provider) {
        open(provider);
        at.fail(new Fault.Silent());
        assertThatThrownBy(() -> status(Duration.ofMillis(500))).isInstanceOf(HttpTimeoutException.class);
        assertThat(at.calls()).isEqualTo(1);
        assertThat(at.sent()).isZero();
    }

    /** Over a bare socket: a client of any kind would go looking for another connection. */
    @ParameterizedTest
    @EnumSource
    void a_stale_connection_ends_under_the_next_call_and_nobody_has_read_it(At provider) throws Exception {
        open(provider);
        at.fail(new Fault.Stale());
        try (var kept = new Kept(at.call().getPort())) {
            assertThat(kept.call()).as("a new connection is spared").contains("200");
            assertThatThrownBy(kept::call).isInstanceOf(IOException.class);
        }
        assertThat(at.calls()).isEqualTo(1);
        assertThat(at.sent()).isEqualTo(1);
        try (var kept = new Kept(at.call().getPort())) {
            assertThat(kept.call()).contains("200");
            assertThat(kept.call()).as("the fault is used up").contains("200");
        }
        assertThat(at.sent()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void kept_connections_can_be_ended_while_nothing_is_asked(At provider) throws Exception {
        open(provider);
        try (var kept = new Kept(at.call().getPort())) {
            assertThat(kept.call()).contains("200");
            at.endKept();
            assertThat(kept.in.read()).isEqualTo(-1);
        }
        assertThat(status()).isEqualTo(200);
        assertThat(at.sent()).isEqualTo(2);
    }

    /** One connection that is used again and again. */
    private final class Kept implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;

        private Kept(int port) throws IOException {
            socket = new Socket("127.0.0.1", port);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        }

        private String call() throws IOException {
            var body = at.body().getBytes(UTF_8);
            var head = "POST " + at.call().getPath()
                    + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n" + "Authorization: Bearer "
                    + FakeWhatsApp.TOKEN + "\r\nContent-Length: " + body.length + "\r\n\r\n";
            socket.getOutputStream().write((head + at.body()).getBytes(UTF_8));
            var status = in.readLine();
            if (status == null) {
                throw new IOException("the connection ended");
            }
            int length = 0;
            for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                length = line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")
                        ? Integer.parseInt(line.substring(15).strip())
                        : length;
            }
            for (int left = length; left > 0; left--) {
                assertThat(in.read()).isNotNegative();
            }
            return status;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
