package dev.frontdesk.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import dev.frontdesk.testkit.channel.FakeLease;
import dev.frontdesk.testkit.telegram.FakeTelegram;
import dev.frontdesk.testkit.fault.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What polling does when Telegram, the network or the store does not do its part. */
class PollingTest {
    private static final long ANN = 6_000_000_001L;
    private static final long BOB = 6_000_000_002L;

    private final FakeTelegram telegram = new FakeTelegram().start(0);
    private final FakeChannelContext context = new FakeChannelContext("tg");
    private final Patience time = new Patience();
    private final FakeLease lease = new FakeLease(1);
    private TelegramSettings settings = Some.polling(telegram.url());
    private Telegram channel;
    private Thread receiver;

    private void start() {
        start(Duration.ofSeconds(5));
    }

    private void start(Duration grace) {
        channel = new Telegram(settings, context, grace, time);
        receiver = Thread.ofVirtual().start(() -> {
            try {
                channel.receiver().orElseThrow().run(lease);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            } catch (Exception thrown) {
                throw new AssertionError(thrown);
            }
        });
    }

    @AfterEach
    void close() throws InterruptedException {
        receiver.interrupt();
        receiver.join();
        channel.close();
        telegram.close();
    }

    private long write(long chat, String text) {
        return telegram.enqueueText(chat, chat, "Ann", text);
    }

    private List<String> stored() {
        return context.intake().messages().stream()
                .map(message -> message.content().plainText())
                .toList();
    }

    private void awaitStored(String... texts) {
        await().untilAsserted(() -> assertThat(stored()).containsExactly(texts));
    }

    private void awaitWell() {
        await().untilAsserted(() -> assertThat(context.problem()).isEmpty());
    }

    @Test
    void the_offset_is_committed_with_the_messages_and_with_the_fence() {
        long first = write(ANN, "One");
        long second = write(BOB, "Two");
        start();
        awaitStored("One", "Two");
        await().until(() -> telegram.ledger().isAcknowledged(second));

        var batch = context.intake().batches().getFirst();
        assertThat(batch.items()).hasSize(2);
        assertThat(batch.cursors()).containsExactly(java.util.Map.entry("offset:123456", Long.toString(second + 1)));
        assertThat(batch.fence()).hasValue(1);
        assertThat(telegram.ledger().isAcknowledged(first)).isTrue();
    }

    @Test
    void an_empty_poll_writes_nothing() {
        start();
        await().until(() -> telegram.calls("getUpdates") >= 2);
        assertThat(context.intake().batches()).isEmpty();
    }

    @Test
    void a_server_that_does_not_wait_is_not_asked_without_end() throws Exception {
        telegram.failAlways("getUpdates", new Fault.Answer(200, "{\"ok\":true,\"result\":[]}"));
        start();
        assertThat(time.next()).isEqualTo(Duration.ofMillis(500));
        assertThat(time.standing()).isEqualTo(Duration.ofMillis(500));
        assertThat(telegram.calls("getUpdates")).isEqualTo(2);
        assertThat(context.healthLog()).isEmpty();
    }

    @Test
    void another_poller_is_reported_and_polling_goes_on() throws Exception {
        telegram.failAlways(
                "getUpdates", FakeTelegram.refusal(409, "Conflict: terminated by other getUpdates request"));
        write(ANN, "One");
        start();
        for (var pause : List.of(1, 2, 4, 8, 10)) {
            assertThat(time.next()).isEqualTo(Duration.ofSeconds(pause));
        }
        assertThat(context.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("another program polls", "409"));
        telegram.heal();
        goOn();
        awaitStored("One");
        awaitWell();
    }

    /** Lets all pauses pass from now on. */
    private void goOn() {
        Thread.ofVirtual().start(() -> {
            for (var pause = 0; pause < 1000; pause++) {
                time.over();
            }
        });
    }

    @Test
    void a_webhook_that_is_set_is_named_and_left_alone() throws Exception {
        telegram.setWebhook(URI.create("http://127.0.0.1:9/hooks/secret-path"), "s");
        start();
        time.next();
        assertThat(context.problem())
                .hasValueSatisfying(problem -> assertThat(problem)
                        .contains(
                                "a webhook is set for this bot (at 127.0.0.1)",
                                "mode = webhook",
                                "delete-webhook = true")
                        .doesNotContain("secret-path"));
        assertThat(telegram.calls("deleteWebhook")).isZero();
        goOn();
    }

    @Test
    void a_webhook_is_removed_where_the_settings_say_so() throws Exception {
        settings = Some.pollingThatMayUnhook(telegram.url());
        telegram.setWebhook(URI.create("http://127.0.0.1:9/"), "s");
        write(ANN, "One");
        start();
        time.next();
        goOn();
        awaitStored("One");
        awaitWell();
    }

    @Test
    void a_refused_token_is_said_and_tried_once_a_minute() throws Exception {
        telegram.failOnce("getUpdates", FakeTelegram.refusal(401, "Unauthorized"));
        write(ANN, "One");
        start();
        for (var slice = 0; slice < 6; slice++) {
            assertThat(time.next()).isEqualTo(Duration.ofSeconds(10));
        }
        assertThat(context.healthLog().getFirst())
                .hasValueSatisfying(problem -> assertThat(problem)
                        .contains("refuses the token (401)", "channels.tg.token", "@BotFather")
                        .doesNotContain(FakeTelegram.TOKEN));
        awaitStored("One");
        awaitWell();
        assertThat(lease.beats()).as("the lease is kept meanwhile").isGreaterThan(6);
    }

    @Test
    void a_limit_is_obeyed_to_the_second() throws Exception {
        telegram.failOnce("getUpdates", FakeTelegram.tooMany(17));
        write(ANN, "One");
        start();
        assertThat(time.next()).isEqualTo(Duration.ofSeconds(10));
        assertThat(time.standing()).isEqualTo(Duration.ofSeconds(7));
        assertThat(telegram.calls("getUpdates")).as("none within the time").isEqualTo(1);
        time.over();
        awaitStored("One");
    }

    @Test
    void pages_of_proxies_cut_answers_and_lost_connections_cost_nothing_but_time() throws Exception {
        telegram.failOnce("getUpdates", Fault.page(502));
        telegram.failOnce("getUpdates", Fault.page(200));
        telegram.failOnce("getUpdates", FakeTelegram.refusal(500, "Internal Server Error"));
        telegram.failOnce("getUpdates", new Fault.Truncated());
        telegram.failOnce("getUpdates", new Fault.HangUpBefore());
        telegram.failOnce("getUpdates", new Fault.HangUpAfter());
        telegram.failOnce("getUpdates", new Fault.Answer(200, "{\"ok\":true,\"result\":[{\"update"));
        write(ANN, "One");
        start();
        for (var pause : List.of(1, 2, 4, 8, 10)) {
            assertThat(time.next()).isEqualTo(Duration.ofSeconds(pause));
        }
        goOn();
        awaitStored("One");
        awaitWell();
        assertThat(context.intake().deadLetters()).isEmpty();
    }

    @Test
    void a_connection_that_stays_silent_is_given_up_after_the_poll_time() throws Exception {
        telegram.failOnce("getUpdates", new Fault.Slow(Duration.ofMinutes(10)));
        write(ANN, "One");
        start(Duration.ZERO);
        assertThat(time.next()).isEqualTo(Duration.ofSeconds(1));
        assertThat(context.healthLog().getFirst())
                .hasValueSatisfying(problem -> assertThat(problem).contains("does not answer"));
        awaitStored("One");
    }

    @Test
    void one_poisonous_update_of_a_hundred_is_put_aside_and_the_others_pass() {
        for (var number = 1; number <= 99; number++) {
            if (number == 50) {
                telegram.enqueueRaw(ANN, "\"message\":" + "[".repeat(5_000) + "]".repeat(5_000));
            }
            write(number % 2 == 0 ? ANN : BOB, "Line " + number);
        }
        start();
        await().untilAsserted(() -> assertThat(stored()).hasSize(99));
        await().until(() -> telegram.pending() == 0);
        assertThat(context.intake().deadLetters())
                .singleElement()
                .satisfies(
                        letter -> assertThat(new String(letter.raw().bytes())).contains("[[[["));
    }

    @Test
    void what_is_not_even_json_is_put_aside_after_three_tries() throws Exception {
        write(ANN, "One");
        long poison = telegram.enqueueRaw(ANN, "\"message\":{\"text\":\"cut");
        write(BOB, "Two");
        start();
        awaitStored("One");
        for (var attempt = 0; attempt < 3; attempt++) {
            time.next();
        }
        awaitStored("One", "Two");
        await().until(() -> telegram.ledger().isAcknowledged(poison));
        assertThat(context.intake().deadLetters()).hasSize(1);
        awaitWell();
    }

    @Test
    void update_ids_that_start_anew_are_no_reason_to_lose_anything() {
        start();
        write(ANN, "One");
        awaitStored("One");
        await().until(() -> telegram.pending() == 0);
        telegram.restartUpdateIds(12);
        write(ANN, "Two");
        awaitStored("One", "Two");
        telegram.restartUpdateIds(Integer.MAX_VALUE - 1L);
        write(ANN, "Three");
        write(ANN, "Four");
        awaitStored("One", "Two", "Three", "Four");
        await().until(() -> telegram.pending() == 0);
    }

    @Test
    void the_same_update_again_is_a_duplicate_and_the_same_id_with_another_body_is_not() {
        start();
        long update = write(ANN, "One");
        awaitStored("One");
        await().until(() -> telegram.pending() == 0);
        telegram.repeat(update);
        await().until(() -> context.intake().duplicates() == 1);
        telegram.restartUpdateIds(update);
        write(ANN, "Two");
        awaitStored("One", "Two");
    }

    @Test
    void a_full_store_stops_polling_and_nothing_is_acknowledged() throws Exception {
        context.intake().overload();
        long update = write(ANN, "One");
        start();
        assertThat(time.next()).isEqualTo(Duration.ofSeconds(1));
        assertThat(time.standing()).isEqualTo(Duration.ofSeconds(2));
        assertThat(context.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("the store takes nothing"));
        assertThat(telegram.calls("getUpdates")).isEqualTo(1);
        assertThat(telegram.ledger().isAcknowledged(update)).isFalse();
        context.intake().recover();
        time.over();
        awaitStored("One");
        await().until(() -> telegram.ledger().isAcknowledged(update));
        awaitWell();
    }

    @Test
    void a_lost_lease_ends_it_and_stores_nothing() throws Exception {
        context.intake().loseLease();
        long update = write(ANN, "One");
        start();
        receiver.join();
        assertThat(context.intake().batches()).isEmpty();
        assertThat(telegram.ledger().isAcknowledged(update)).isFalse();
    }

    @Test
    void a_lease_lost_in_a_pause_ends_it() throws Exception {
        telegram.failAlways("getUpdates", Fault.page(502));
        start();
        time.standing();
        lease.lose();
        time.over();
        receiver.join();
        assertThat(telegram.calls("getUpdates")).isEqualTo(1);
    }

    /** The lease is lost with the store more often than not; whoever receives next knows nothing of the trouble before. */
    @Test
    void what_was_wrong_before_the_lease_was_lost_is_over_when_polling_works_again() throws Exception {
        telegram.failOnce("getUpdates", Fault.page(502));
        start();
        time.standing();
        lease.lose();
        time.over();
        receiver.join();
        assertThat(context.problem()).as("another one receives now").isEmpty();
    }

    @Test
    void what_has_no_id_at_all_is_put_aside_and_not_fetched_without_end() throws Exception {
        telegram.failAlways("getUpdates", new Fault.Answer(200, "{\"ok\":true,\"result\":[{\"message\":1}]}"));
        start();
        assertThat(time.next()).isEqualTo(Duration.ofSeconds(1));
        assertThat(time.standing()).isEqualTo(Duration.ofSeconds(2));
        assertThat(context.problem()).isPresent();
        assertThat(context.intake().deadLetters()).hasSize(1);
    }

    @Test
    void a_pressed_button_is_answered_after_it_is_stored_and_its_failure_is_harmless() throws Exception {
        write(ANN, "One");
        start();
        awaitStored("One");
        telegram.failOnce("answerCallbackQuery", FakeTelegram.refusal(400, "Bad Request: query is too old"));
        context.intake().hold();
        telegram.press(ANN, 7, "t1");
        await().until(() -> context.intake().waiting() > 0);
        assertThat(telegram.calls("answerCallbackQuery")).isZero();
        context.intake().recover();
        await().until(() -> telegram.calls("answerCallbackQuery") == 1);
        telegram.press(ANN, 7, "t2");
        await().until(() -> telegram.ledger().answeredCallbacks().size() == 1);
        assertThat(context.intake().stored()).hasSize(3).allMatch(Inbound.Message.class::isInstance);
        assertThat(context.problem()).isEmpty();
    }
}
