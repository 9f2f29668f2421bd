package dev.frontdesk.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.testkit.channel.Endpoints;
import dev.frontdesk.testkit.channel.FakeCall;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import dev.frontdesk.testkit.channel.FakeLease;
import dev.frontdesk.testkit.telegram.FakeTelegram;
import dev.frontdesk.testkit.fault.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint that Telegram calls, and what keeps it set. */
class HookTest {
    private static final String OURS = "http://127.0.0.1:9/channels/tg/updates";
    private static final String UPDATE = """
            {"update_id":5,"message":{"message_id":9,"date":1,"from":{"id":4,"first_name":"Ann"},
            "chat":{"id":4,"type":"private"},"text":"Hi"}}""";

    private final FakeTelegram telegram = new FakeTelegram().start(0);
    private final FakeChannelContext context = new FakeChannelContext("tg");
    private final Patience time = new Patience();
    private final Telegram channel = new Telegram(
            Some.webhook(telegram.url(), Optional.of(URI.create(OURS))), context, Duration.ofSeconds(5), time);
    private final Thread keeper = Thread.ofVirtual().unstarted(() -> {
        try {
            channel.receiver().orElseThrow().run(new FakeLease(1));
        } catch (Exception ended) {
            Thread.currentThread().interrupt();
        }
    });

    @AfterEach
    void close() {
        keeper.interrupt();
        channel.close();
        telegram.close();
    }

    private int call(FakeCall call) throws InterruptedException {
        return Endpoints.status(Endpoints.call(channel, call));
    }

    private static FakeCall trusted(String body) {
        return FakeCall.post("updates")
                .header(HookedPeople.SECRET, Some.WEBHOOK_SECRET)
                .body(body);
    }

    @Test
    void only_exactly_one_right_secret_opens_it() throws Exception {
        var call = FakeCall.post("updates").body(UPDATE);
        assertThat(call(call)).isEqualTo(401);
        assertThat(call(call.header(HookedPeople.SECRET, ""))).isEqualTo(401);
        assertThat(call(call.header(HookedPeople.SECRET, Some.WEBHOOK_SECRET.replace('c', 'k'))))
                .isEqualTo(401);
        assertThat(call(call.header(HookedPeople.SECRET, Some.WEBHOOK_SECRET)
                        .header(HookedPeople.SECRET, Some.WEBHOOK_SECRET)))
                .isEqualTo(401);
        assertThat(context.intake().batches()).isEmpty();
        assertThat(call(trusted(UPDATE))).isEqualTo(200);
        assertThat(context.intake().messages()).hasSize(1);
    }

    @Test
    void a_body_above_the_limit_is_refused_before_it_is_read() throws Exception {
        assertThat(call(trusted("x".repeat(Hook.MAX_BODY + 1)))).isEqualTo(413);
        assertThat(call(FakeCall.get("updates"))).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html>", "[1]", "7", "null", "{\"update_id\":5,\"update_id\":6}", "{\"update_id\":1e999}"})
    void what_cannot_be_read_is_kept_and_acknowledged(String body) throws Exception {
        assertThat(call(trusted(body))).isEqualTo(200);
        assertThat(context.intake().deadLetters()).hasSize(1);
        assertThat(call(trusted(UPDATE))).isEqualTo(200);
        assertThat(context.intake().messages()).hasSize(1);
    }

    @Test
    void the_same_update_again_is_acknowledged_and_stored_once() throws Exception {
        assertThat(call(trusted(UPDATE))).isEqualTo(200);
        assertThat(call(trusted(UPDATE))).isEqualTo(200);
        assertThat(call(trusted(UPDATE.replace("\"message_id\":9", "\"message_id\":10"))))
                .isEqualTo(200);
        assertThat(context.intake().messages()).hasSize(2);
        assertThat(context.intake().duplicates()).isEqualTo(1);
    }

    @Test
    void without_a_commit_there_is_no_yes() throws Exception {
        context.intake().overload();
        assertThat(call(trusted(UPDATE))).isEqualTo(503);
        context.intake().recover();
        assertThat(call(trusted(UPDATE))).isEqualTo(200);
    }

    @Test
    void the_webhook_is_set_once_and_left_set() throws Exception {
        keeper.start();
        await().until(() -> telegram.webhookUrl().isPresent());
        for (var slice = 0; slice < 12; slice++) {
            time.next();
        }
        assertThat(telegram.webhookUrl()).contains(URI.create(OURS));
        assertThat(telegram.calls("setWebhook")).isEqualTo(1);
        keeper.interrupt();
        keeper.join();
        channel.close();
        assertThat(telegram.calls("deleteWebhook")).isZero();
        assertThat(telegram.webhookUrl()).isPresent();
    }

    @Test
    void a_webhook_that_somebody_else_sets_is_set_back() throws Exception {
        telegram.setWebhook(URI.create("http://127.0.0.1:9/other"), "s");
        keeper.start();
        await().untilAsserted(() -> assertThat(telegram.webhookUrl()).contains(URI.create(OURS)));
    }

    /** Set by hand once, for messages only: no button would ever do anything. */
    @Test
    void a_webhook_that_brings_too_little_is_set_again() throws Exception {
        var info = "{\"ok\":true,\"result\":{\"url\":\"" + OURS
                + "\",\"max_connections\":40,\"allowed_updates\":[\"message\"]}}";
        telegram.failOnce("getWebhookInfo", new Fault.Answer(200, info));
        keeper.start();
        time.standing();
        assertThat(telegram.calls("setWebhook")).isEqualTo(1);
    }

    @Test
    void trouble_with_setting_it_is_said_and_tried_again() throws Exception {
        telegram.failOnce(
                "setWebhook", FakeTelegram.refusal(400, "Bad Request: bad webhook: HTTPS url must be provided"));
        keeper.start();
        time.standing();
        assertThat(context.problem())
                .hasValueSatisfying(problem ->
                        assertThat(problem).contains("the webhook is not set", "HTTPS url must be provided"));
        time.over();
        await().until(() -> telegram.webhookUrl().isPresent());
        await().untilAsserted(() -> assertThat(context.problem()).isEmpty());
    }

    @Test
    void without_an_address_it_says_which_key_to_set() throws Exception {
        try (var nowhere =
                new Telegram(Some.webhook(telegram.url(), Optional.empty()), context, Duration.ofSeconds(5), time)) {
            var thread = Thread.ofVirtual().start(() -> {
                try {
                    nowhere.receiver().orElseThrow().run(new FakeLease(1));
                } catch (Exception ended) {
                    Thread.currentThread().interrupt();
                }
            });
            time.standing();
            assertThat(context.problem())
                    .hasValueSatisfying(
                            problem -> assertThat(problem).contains("http.public-url", "channels.tg.webhook-url"));
            thread.interrupt();
            thread.join();
        }
    }
}
