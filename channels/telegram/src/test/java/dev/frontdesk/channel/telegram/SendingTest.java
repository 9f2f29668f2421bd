package dev.frontdesk.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Delivery.Cause;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import dev.frontdesk.testkit.channel.Outbounds;
import dev.frontdesk.testkit.telegram.FakeTelegram;
import dev.frontdesk.testkit.fault.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Surely sent, surely not sent, or unknown: nothing is lost by the wrong answer, and nothing said twice. */
class SendingTest {
    private static final long ANN = 6_000_000_001L;
    private static final long BOB = 6_000_000_002L;

    private final FakeTelegram telegram = new FakeTelegram().start(0);
    private final FakeChannelContext context = new FakeChannelContext("tg");
    private Telegram channel = at(telegram.url());

    private Telegram at(URI url) {
        return new Telegram(Some.polling(url), context, Duration.ofSeconds(1), new Patience());
    }

    @BeforeEach
    void meet() {
        telegram.meet(ANN, ANN, "Ann");
        telegram.meet(BOB, BOB, "Bob");
    }

    @AfterEach
    void close() {
        channel.close();
        telegram.close();
    }

    private Delivery send(long chat) throws InterruptedException {
        return channel.deliver(Outbounds.to(Address.of(Long.toString(chat))).text("Hello *you* <b>there</b>"));
    }

    @Test
    void a_sent_message_has_the_providers_id_and_its_text_is_left_as_it_is() throws Exception {
        var sent = (Delivery.Sent) send(ANN);
        assertThat(telegram.ledger().sentTo(ANN)).singleElement().satisfies(message -> {
            assertThat(sent.remoteId()).isEqualTo("123456:" + ANN + ":" + message.messageId());
            assertThat(message.text()).isEqualTo("Hello *you* <b>there</b>");
        });
    }

    @Test
    void replies_go_to_the_thread_where_there_is_one() throws Exception {
        channel.deliver(Outbounds.to(new Address("1", Long.toString(BOB))).text("Hello"));
        assertThat(telegram.ledger().sentTo(BOB)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "403, Forbidden: bot was blocked by the user, UNREACHABLE",
        "403, Forbidden: user is deactivated, UNREACHABLE",
        "400, Bad Request: chat not found, UNREACHABLE",
        "400, Bad Request: message text is empty, CONTENT",
        "400, Bad Request: BUTTON_DATA_INVALID, CONTENT",
        "418, I'm a teapot, OTHER"
    })
    void what_is_refused_for_good_is_rejected(int code, String description, Cause cause) throws Exception {
        telegram.failOnce("sendMessage", FakeTelegram.refusal(code, description));
        assertThat(send(ANN)).isEqualTo(new Delivery.Rejected(cause, code + " " + description));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404})
    void a_refused_token_halts_the_channel(int code) throws Exception {
        telegram.failOnce("sendMessage", FakeTelegram.refusal(code, "Unauthorized"));
        assertThat(send(ANN)).isInstanceOf(Delivery.Halted.class);
    }

    @Test
    void a_limit_of_one_chat_is_that_chats_and_of_two_it_is_the_bots() throws Exception {
        telegram.failAlways("sendMessage", FakeTelegram.tooMany(3));
        assertThat(send(ANN)).isEqualTo(later(3, false));
        assertThat(send(ANN)).isEqualTo(later(3, false));
        assertThat(send(BOB)).isEqualTo(later(3, true));
        context.clock().advance(Duration.ofSeconds(4));
        assertThat(send(ANN)).isEqualTo(later(3, false));
    }

    private static Delivery later(int seconds, boolean whole) {
        var why = "429 Too Many Requests: retry after 3";
        return new Delivery.Later(Duration.ofSeconds(seconds), whole, why);
    }

    @Test
    void odd_limits_are_understood() throws Exception {
        telegram.failOnce("sendMessage", FakeTelegram.tooMany(86_400));
        assertThat(send(ANN))
                .matches(later -> later instanceof Delivery.Later(var after, var whole, var _)
                        && after.toHours() == 24
                        && !whole);
        telegram.failOnce("sendMessage", FakeTelegram.tooMany(Integer.MAX_VALUE));
        assertThat(send(BOB))
                .as("a second chat: it is the bot's; and no limit lasts for years")
                .matches(later ->
                        later instanceof Delivery.Later(var after, var whole, var _) && after.toHours() == 24 && whole);
        telegram.failOnce("sendMessage", FakeTelegram.tooMany(0));
        telegram.failOnce("sendMessage", FakeTelegram.refusal(429, "Too Many Requests"));
        for (var attempt = 0; attempt < 2; attempt++) {
            assertThat(send(ANN))
                    .matches(later ->
                            later instanceof Delivery.Later(var after, var _, var _) && after.toSeconds() == 1);
        }
    }

    @Test
    void two_hundred_with_ok_false_is_no_success() throws Exception {
        telegram.failOnce(
                "sendMessage", new Fault.Answer(200, "{\"ok\":false,\"error_code\":400,\"description\":\"no\"}"));
        assertThat(send(ANN)).isEqualTo(new Delivery.Rejected(Cause.CONTENT, "400 no"));
    }

    @Test
    void what_may_have_been_sent_is_unknown_and_is_not_sent_again_underhand() throws Exception {
        var faults = java.util.List.of(
                Fault.page(502),
                Fault.page(200),
                FakeTelegram.refusal(500, "Internal Server Error"),
                new Fault.HangUpBefore(),
                new Fault.HangUpAfter(),
                new Fault.Truncated(),
                new Fault.Answer(200, "{\"ok\":true,\"result\":{\"mess"));
        for (var fault : faults) {
            telegram.failOnce("sendMessage", fault);
            int before = telegram.calls("sendMessage");
            assertThat(send(ANN)).as(fault.toString()).isInstanceOf(Delivery.Unknown.class);
            assertThat(telegram.calls("sendMessage") - before)
                    .as("calls of " + fault)
                    .isEqualTo(1);
        }
    }

    /** The other end closed a kept connection while nothing was asked: that is noticed before anything is written. */
    @Test
    void a_kept_connection_that_was_closed_meanwhile_loses_nothing_and_sends_nothing_twice() throws Exception {
        for (int round = 1; round <= 3; round++) {
            assertThat(send(ANN)).isInstanceOf(Delivery.Sent.class);
            telegram.endKeptConnections();
            assertThat(telegram.ledger().sentCount()).isEqualTo(round);
        }
        assertThat(telegram.calls("sendMessage")).isEqualTo(3);
    }

    /** Closed just as the call went out: nobody can tell that from a call that was read, so nobody claims to. */
    @Test
    void a_kept_connection_that_is_closed_under_a_call_makes_it_unknown_and_is_not_called_again_underhand()
            throws Exception {
        assertThat(send(ANN)).isInstanceOf(Delivery.Sent.class);
        telegram.failOnce("sendMessage", new Fault.Stale());
        assertThat(send(ANN)).isInstanceOf(Delivery.Unknown.class);
        assertThat(telegram.ledger().sentCount()).isEqualTo(1);
        assertThat(send(ANN)).isInstanceOf(Delivery.Sent.class);
        assertThat(telegram.ledger().sentCount()).isEqualTo(2);
    }

    /** Whoever waits at the other end of a cut wire can be called off; the core does that at its deadline. */
    @Test
    void a_send_on_a_wire_that_is_cut_ends_when_it_is_called_off() throws Exception {
        telegram.failOnce("sendMessage", new Fault.Silent());
        var left = new CompletableFuture<Throwable>();
        var sender = Thread.ofVirtual().start(() -> {
            try {
                send(ANN);
            } catch (InterruptedException called) {
                left.complete(called);
            }
        });
        await().until(() -> telegram.calls("sendMessage") == 1);
        sender.interrupt();
        assertThat(left.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(telegram.ledger().sentCount()).isZero();
    }

    /** Gateways speak JSON, too; only the Bot API says whether it is ok. */
    @Test
    void json_that_is_no_answer_of_the_bot_api_refuses_nothing_for_good() throws Exception {
        telegram.failOnce("sendMessage", new Fault.Answer(502, "{\"message\":\"no healthy upstream\"}"));
        assertThat(send(ANN)).isInstanceOf(Delivery.Unknown.class);
        telegram.failOnce("sendMessage", new Fault.Answer(403, "{\"error\":{\"code\":1020}}"));
        assertThat(send(ANN)).isInstanceOf(Delivery.Later.class);
    }

    /** OkHttp would obey a 503 that says so, whatever it is told of retries, and the message may have been passed on. */
    @Test
    void a_proxy_that_says_try_again_at_once_is_not_obeyed_underhand() throws Exception {
        var heard = new AtomicInteger();
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var closed = new java.util.concurrent.Semaphore(0);
            var page = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n";
            Thread.ofVirtual().start(() -> answerOncePerConnection(server, page, heard, closed));
            channel = at(URI.create("http://127.0.0.1:" + server.getLocalPort()));
            assertThat(send(ANN)).isInstanceOf(Delivery.Unknown.class);
        }
        assertThat(heard).hasValue(1);
    }

    @Test
    void a_proxy_that_refuses_has_passed_nothing_on() throws Exception {
        telegram.failOnce("sendMessage", Fault.page(403));
        assertThat(send(ANN)).isInstanceOf(Delivery.Later.class);
    }

    @Test
    void where_nobody_listens_nothing_was_sent() throws Exception {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        channel = at(URI.create("http://127.0.0.1:" + free));
        assertThat(send(ANN)).isInstanceOf(Delivery.Later.class);
        channel.close();
        channel = at(URI.create("http://no-such-host.invalid"));
        assertThat(send(ANN)).isInstanceOf(Delivery.Later.class);
    }

    @Test
    void without_tls_nothing_is_sent() throws Exception {
        try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var connection = plain.accept()) {
                    connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());
                    connection.getInputStream().readAllBytes();
                } catch (IOException over) {
                    // The other side has seen enough.
                }
            });
            channel = at(URI.create("https://127.0.0.1:" + plain.getLocalPort()));
            assertThat(send(ANN))
                    .isEqualTo(new Delivery.Later(Duration.ofSeconds(5), true, "not sent: no trusted TLS connection"));
        }
    }

    /** A server may close a connection it has kept: the next message must neither be lost with it nor sent twice. */
    @Test
    void a_kept_connection_that_was_closed_loses_no_message() throws Exception {
        var heard = new AtomicInteger();
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var closed = new java.util.concurrent.Semaphore(0);
            var answer = "{\"ok\":true,\"result\":{\"message_id\":9}}";
            var whole = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + answer.length()
                    + "\r\n\r\n" + answer;
            Thread.ofVirtual().start(() -> answerOncePerConnection(server, whole, heard, closed));
            channel = at(URI.create("http://127.0.0.1:" + server.getLocalPort()));
            for (var number = 1; number <= 5; number++) {
                assertThat(send(ANN)).isEqualTo(new Delivery.Sent("123456:" + ANN + ":9"));
                closed.acquire();
            }
        }
        assertThat(heard).hasValue(5);
    }

    private static void answerOncePerConnection(
            ServerSocket server, String answer, AtomicInteger heard, java.util.concurrent.Semaphore closed) {
        try {
            while (true) {
                try (var connection = server.accept()) {
                    var in = connection.getInputStream();
                    var seen = new StringBuilder();
                    while (!seen.toString().endsWith("}")) {
                        seen.append((char) in.read());
                    }
                    heard.incrementAndGet();
                    connection.getOutputStream().write(answer.getBytes());
                }
                closed.release();
            }
        } catch (IOException over) {
            // The test is over.
        }
    }

    @Test
    void typing_is_shown() {
        channel.typing(Address.of(Long.toString(ANN)));
        await().untilAsserted(() -> assertThat(telegram.ledger().typing()).containsExactly(ANN));
    }
}
