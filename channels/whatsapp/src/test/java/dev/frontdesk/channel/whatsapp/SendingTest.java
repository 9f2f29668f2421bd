package dev.frontdesk.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Delivery.Cause;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.testkit.channel.Outbounds;
import dev.frontdesk.testkit.whatsapp.FakeWhatsApp;
import dev.frontdesk.testkit.fault.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Surely sent, surely not sent, or unknown: by the code, never by a title. */
class SendingTest {
    private static final Content HELLO = Content.text("Hello *you* https://example.org");

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    private Delivery after(Fault fault) throws InterruptedException {
        desk.whatsapp.failOnce("messages", fault);
        return desk.send(HELLO);
    }

    @Test
    void a_text_goes_as_it_is_and_carries_its_id() throws Exception {
        var message = Outbounds.to(Address.of(Desk.ANN)).text("Hello");
        var sent = (Delivery.Sent) desk.channel.deliver(message);
        assertThat(sent.remoteId())
                .isEqualTo(Desk.NUMBER + ":"
                        + desk.whatsapp.ledger().sent().getLast().wamid());
        assertThat(desk.last().toString())
                .isEqualTo("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"%s","biz_opaque_callback_data":"fd-%d",\
                "type":"text","text":{"body":"Hello","preview_url":false}}""".formatted(Desk.ANN, message.id().value()));
    }

    @Test
    void who_has_no_number_is_written_to_by_their_user_id() throws Exception {
        desk.whatsapp.opened("US.134");
        desk.channel.deliver(Outbounds.to(Address.of("US.134")).text("Hello"));
        assertThat(desk.last().path("recipient").asText()).isEqualTo("US.134");
        assertThat(desk.last().has("to")).isFalse();
    }

    @Test
    void an_answer_quotes_what_it_answers_and_goes_without_where_meta_forgot_it() throws Exception {
        var answer = Outbounds.to(Address.of(Desk.ANN))
                .replyTo(Desk.NUMBER + ":wamid.Q=")
                .text("Yes");
        desk.channel.deliver(answer);
        assertThat(desk.last().path("context").path("message_id").asText()).isEqualTo("wamid.Q=");
        desk.whatsapp.failOnce("messages", FakeWhatsApp.refusal(131009, "message_id is unknown"));
        assertThat(desk.channel.deliver(answer)).isInstanceOf(Delivery.Sent.class);
        assertThat(desk.last().has("context")).isFalse();
        desk.channel.deliver(
                Outbounds.to(Address.of(Desk.ANN)).replyTo("elsewhere:1").text("Yes"));
        assertThat(desk.last().has("context")).isFalse();
    }

    private static Content choice(String text, String... labels) {
        return Outbounds.to(Address.of("1")).choice(text, labels).content();
    }

    @Test
    void three_short_options_are_buttons_ten_a_list_and_more_are_numbered() throws Exception {
        desk.send(choice("How?", "A", "B", "C"));
        assertThat(desk.last().at("/interactive/type").asText()).isEqualTo("button");
        assertThat(desk.last().at("/interactive/action/buttons/2/reply/id").asText())
                .isEqualTo("t2");
        desk.send(choice("How?", "A", "B", "C", "D"));
        assertThat(desk.last().at("/interactive/type").asText()).isEqualTo("list");
        assertThat(desk.last().at("/interactive/action/button").asText()).isEqualTo("Options");
        assertThat(desk.last().at("/interactive/action/sections/0/rows")).hasSize(4);
        desk.send(choice("How?", "A", "a label of 21 charact"));
        assertThat(desk.last().at("/interactive/type").asText()).isEqualTo("list");
        desk.send(choice("How?", "Same", "Same"));
        assertThat(desk.last().at("/interactive/type").asText()).isEqualTo("list");
        desk.send(choice("How?", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"));
        assertThat(desk.last().path("text").path("body").asText())
                .startsWith("How?\n1. 1\n2. 2")
                .endsWith("11. 11");
        desk.send(choice("x".repeat(1025), "A"));
        assertThat(desk.last().path("text").path("body").asText()).endsWith("x\n1. A");
        assertThat(desk.send(choice("How?", "x".repeat(30), "😀".repeat(13), "C", "D")))
                .isInstanceOf(Delivery.Sent.class);
    }

    @Test
    void places_and_cards_are_sent() throws Exception {
        desk.send(new Content.Location(37.75, -122.4, "Philz, 101 Forest Ave"));
        assertThat(desk.last().path("location").toString())
                .isEqualTo(
                        "{\"latitude\":\"37.75\",\"longitude\":\"-122.4\",\"name\":\"Philz\",\"address\":\"101 Forest Ave\"}");
        desk.send(new Content.Card("Monica", List.of("+1 666"), "Monica +1 666"));
        assertThat(desk.last().path("contacts").toString())
                .isEqualTo(
                        "[{\"name\":{\"formatted_name\":\"Monica\",\"first_name\":\"Monica\"},\"phones\":[{\"phone\":\"+1 666\"}]}]");
    }

    @ParameterizedTest
    @CsvSource({
        "131026, UNREACHABLE",
        "131030, UNREACHABLE",
        "131047, WINDOW_CLOSED",
        "470, WINDOW_CLOSED",
        "131051, CONTENT",
        "131053, CONTENT",
        "100, CONTENT",
        "132001, CONTENT",
        "132015, CONTENT",
        "131049, OTHER",
        "131021, OTHER",
        "424242, OTHER"
    })
    void what_is_refused_for_good_is_rejected(int code, Cause cause) throws Exception {
        assertThat(after(FakeWhatsApp.refusal(code, "why")))
                .isEqualTo(new Delivery.Rejected(cause, code + " (#" + code + ") Refused – why"));
    }

    @ParameterizedTest
    @ValueSource(ints = {190, 0, 3, 10, 200, 299, 368, 131031, 131042, 131045, 133010})
    void w35_a_refused_account_halts_the_channel(int code) throws Exception {
        assertThat(after(FakeWhatsApp.refusal(code, "why"))).isInstanceOf(Delivery.Halted.class);
    }

    @Test
    void w35_a_number_that_is_not_there_for_us_halts_the_channel() throws Exception {
        assertThat(after(new Fault.Answer(400, "{\"error\":{\"code\":100,\"error_subcode\":33,\"message\":\"no\"}}")))
                .isInstanceOf(Delivery.Halted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "130429, 2, true", "80007, 300, true", "4, 300, true", "131048, 900, true", "131057, 60, true",
        "1, 2, false", "2, 2, false", "131000, 2, false", "131016, 2, false", "131056, 1, false"
    })
    void what_passes_is_tried_again_after_metas_time(int code, int seconds, boolean whole) throws Exception {
        assertThat(after(FakeWhatsApp.refusal(code, "why")))
                .isEqualTo(new Delivery.Later(
                        Duration.ofSeconds(seconds), whole, code + " (#" + code + ") Refused – why"));
    }

    @Test
    void who_is_written_to_too_often_waits_four_times_longer_each_time_and_nobody_else() throws Exception {
        desk.whatsapp.failAlways("messages", FakeWhatsApp.refusal(131056, "pair"));
        for (int attempt = 1; attempt <= 9; attempt++) {
            var delivery = desk.channel.deliver(
                    Outbounds.to(Address.of(Desk.ANN)).attempt(attempt).text("Hello"));
            assertThat(delivery)
                    .isInstanceOfSatisfying(
                            Delivery.Later.class,
                            later -> assertThat(later.wholeAccount()).isFalse());
            assertThat(((Delivery.Later) delivery).after()).isEqualTo(Duration.ofSeconds((long)
                    Math.pow(4, Math.min(attempt - 1, 6))));
        }
    }

    @Test
    void a_number_that_is_reported_as_spam_is_an_operators_business_until_it_sends_again() throws Exception {
        after(FakeWhatsApp.refusal(131048, "spam"));
        assertThat(desk.context.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("spam"));
        desk.send(HELLO);
        assertThat(desk.context.problem()).isEmpty();
    }

    @Test
    void w33_a_window_that_closed_while_it_waited_is_said_as_such() throws Exception {
        desk.context.clock().advance(Duration.ofHours(25));
        assertThat(desk.send(HELLO))
                .isInstanceOfSatisfying(
                        Delivery.Rejected.class,
                        rejected -> assertThat(rejected.cause()).isEqualTo(Cause.WINDOW_CLOSED));
    }

    @Test
    void w34_what_may_have_been_sent_is_unknown_and_not_repeated() throws Exception {
        for (var fault : List.of(new Fault.HangUpAfter(), new Fault.Truncated(), new Fault.Empty(), Fault.page(500))) {
            assertThat(after(fault)).as(fault.toString()).isInstanceOf(Delivery.Unknown.class);
        }
        assertThat(desk.whatsapp.ledger().sent()).hasSize(3);
        assertThat(after(Fault.page(200))).isInstanceOf(Delivery.Unknown.class);
        assertThat(after(new Fault.Answer(200, "{}"))).isInstanceOf(Delivery.Unknown.class);
        assertThat(after(new Fault.Answer(200, "{\"messages\":[]}"))).isInstanceOf(Delivery.Unknown.class);
        assertThat(after(Fault.page(403))).isInstanceOf(Delivery.Later.class);
    }

    /** Whoever waits at the other end of a cut wire can be called off; the core does that at its deadline. */
    @Test
    void a_send_on_a_wire_that_is_cut_ends_when_it_is_called_off() throws Exception {
        desk.whatsapp.failOnce("messages", new Fault.Silent());
        var left = new CompletableFuture<Throwable>();
        var sender = Thread.ofVirtual().start(() -> {
            try {
                desk.send(HELLO);
            } catch (InterruptedException called) {
                left.complete(called);
            }
        });
        await().until(() -> desk.whatsapp.calls("messages") == 1);
        sender.interrupt();
        assertThat(left.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(desk.whatsapp.ledger().sent()).isEmpty();
    }

    @Test
    void what_surely_did_not_get_there_is_tried_again() throws Exception {
        int nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        try (var away = new WhatsApp(Some.settings(URI.create("http://127.0.0.1:" + nobody)), desk.context)) {
            assertThat(away.deliver(Outbounds.to(Address.of(Desk.ANN)).text("Hello")))
                    .isInstanceOfSatisfying(
                            Delivery.Later.class,
                            later -> assertThat(later.wholeAccount()).isTrue());
        }
    }

    @Test
    void a_restart_of_the_provider_costs_no_message_and_doubles_none() throws Exception {
        assertThat(desk.send(HELLO)).isInstanceOf(Delivery.Sent.class);
        int port = desk.whatsapp.url().getPort();
        desk.whatsapp.hangUp();
        assertThat(desk.send(Content.text("While away"))).isNotInstanceOf(Delivery.Sent.class);
        desk.whatsapp.start(port);
        await().ignoreExceptions().until(() -> desk.send(Content.text("Back")) instanceof Delivery.Sent);
        assertThat(desk.whatsapp.ledger().sentTo(Desk.ANN))
                .extracting(one -> one.text())
                .containsExactly("Hello *you* https://example.org", "Back");
    }

    @Test
    void one_person_gets_45_at_once_and_then_one_in_six_seconds() throws Exception {
        for (int i = 0; i < 45; i++) {
            assertThat(desk.send(HELLO)).isInstanceOf(Delivery.Sent.class);
            desk.context.clock().advance(Duration.ofMillis(20));
        }
        assertThat(desk.send(HELLO)).isInstanceOfSatisfying(Delivery.Later.class, later -> {
            assertThat(later.wholeAccount()).isFalse();
            assertThat(later.after()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
        });
        desk.context.clock().advance(Duration.ofSeconds(6));
        assertThat(desk.send(HELLO)).isInstanceOf(Delivery.Sent.class);
        assertThat(desk.whatsapp.ledger().sent()).hasSize(46);
    }

    @Test
    void the_number_sends_its_80_a_second_and_the_rest_waits() throws Exception {
        Delivery last = new Delivery.Sent("");
        int sent = 0;
        for (int i = 0; i < 100 && last instanceof Delivery.Sent; i++) {
            var person = Integer.toString(49_000 + i);
            desk.whatsapp.opened(person);
            last = desk.channel.deliver(Outbounds.to(Address.of(person)).text("Hello"));
            sent += last instanceof Delivery.Sent ? 1 : 0;
        }
        assertThat(sent).isEqualTo(80);
        assertThat(last)
                .isInstanceOfSatisfying(
                        Delivery.Later.class,
                        later -> assertThat(later.wholeAccount()).isTrue());
    }

    @Test
    void another_number_that_whatsapp_names_is_the_same_person() throws Exception {
        desk.whatsapp.opened("5511912345678");
        desk.whatsapp.knownAs("5511912345678", "551112345678");
        for (int i = 0; i < 3; i++) {
            desk.channel.deliver(Outbounds.to(Address.of("5511912345678")).text("Olá"));
        }
        await().until(() -> !desk.context.intake().stored().isEmpty());
        assertThat(desk.context.intake().stored())
                .singleElement()
                .isInstanceOfSatisfying(Inbound.SamePerson.class, same -> {
                    assertThat(same.known()).isEqualTo(Address.of("5511912345678"));
                    assertThat(same.alias()).isEqualTo(Address.of("551112345678"));
                });
    }

    @Test
    void two_accounts_live_in_one_process() throws Exception {
        try (var other = new FakeWhatsApp(desk.context.clock(), Duration.ofMillis(1)).start(0)) {
            other.opened(Desk.ANN);
            try (var second = new WhatsApp(Some.settings(other.url()), desk.context)) {
                second.deliver(Outbounds.to(Address.of(Desk.ANN)).text("From the second"));
                desk.send(HELLO);
            }
            assertThat(other.ledger().sent()).hasSize(1);
            assertThat(desk.whatsapp.ledger().sent()).hasSize(1);
        }
    }
}
