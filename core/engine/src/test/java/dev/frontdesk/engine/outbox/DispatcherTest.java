package dev.frontdesk.engine.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Outbound;
import dev.frontdesk.engine.job.Job;
import dev.frontdesk.engine.model.OutboxRow;
import dev.frontdesk.engine.model.Reach;
import dev.frontdesk.engine.model.SendResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DispatcherTest {
    private final AtomicLong now = new AtomicLong(1_000_000);
    private final LinkedBlockingQueue<SendResult> results = new LinkedBlockingQueue<>();
    private final CountDownLatch reached = new CountDownLatch(8);
    private final CountDownLatch answer = new CountDownLatch(1);

    private Dispatcher dispatcher(int most, Function<Outbound, Delivery> site) {
        Map<String, Channel> channels = Map.of("site", channel(site), "dead", channel(_ -> silence()));
        return new Dispatcher(
                channels,
                most,
                () -> Instant.ofEpochMilli(now.get()),
                (_, _) -> 0,
                (Job.Sent sent) -> results.add(sent.result()));
    }

    private Delivery silence() {
        reached.countDown();
        try {
            answer.await();
            return new Delivery.Sent("");
        } catch (InterruptedException e) {
            return new Delivery.Unknown("interrupted");
        }
    }

    private static Channel channel(Function<Outbound, Delivery> deliver) {
        return channel(Capabilities.builder().build(), deliver);
    }

    private static Channel channel(Capabilities capabilities, Function<Outbound, Delivery> deliver) {
        return new Channel() {
            @Override
            public Capabilities capabilities() {
                return capabilities;
            }

            @Override
            public Delivery deliver(Outbound message) {
                return deliver.apply(message);
            }

            @Override
            public void close() {}
        };
    }

    private static OutboxRow row(long id, String channel, int attempt, boolean unsure) {
        return row(id, channel, attempt, true, unsure);
    }

    private static OutboxRow row(long id, String channel, int attempt, boolean automatic, boolean unsure) {
        return new OutboxRow(
                id,
                id,
                1,
                1,
                id,
                new Reach(channel, "ada", ""),
                Content.text("hi"),
                "",
                0,
                0,
                0,
                "run:1:" + id,
                0,
                attempt,
                automatic,
                unsure);
    }

    private SendResult result() throws InterruptedException {
        return results.poll(10, TimeUnit.SECONDS);
    }

    @Test
    void attempts_that_were_put_off_do_not_use_up_the_one_repetition() throws Exception {
        dispatcher(8, _ -> new Delivery.Unknown("no answer")).send(List.of(row(1, "site", 9, false)));
        assertThat(result().state()).isEqualTo(OutboxRow.State.UNKNOWN);
        dispatcher(8, _ -> new Delivery.Unknown("no answer")).send(List.of(row(1, "site", 10, true)));
        assertThat(result().state()).isEqualTo(OutboxRow.State.UNSURE);
    }

    @Test
    void what_a_person_wrote_and_may_have_been_sent_is_sent_again_only_where_that_does_no_harm() throws Exception {
        var channels = Map.of(
                "chat",
                channel(Capabilities.builder().idempotent().build(), _ -> new Delivery.Sent("r")),
                "phone",
                channel(_ -> new Delivery.Sent("r")));
        var dispatcher = new Dispatcher(
                channels,
                8,
                () -> Instant.ofEpochMilli(now.get()),
                (_, _) -> 0,
                (Job.Sent sent) -> results.add(sent.result()));

        dispatcher.send(List.of(row(1, "chat", 2, false, true)));
        assertThat(result().state()).isEqualTo(OutboxRow.State.SENT);
        dispatcher.send(List.of(row(2, "phone", 2, false, true)));
        assertThat(result()).satisfies(left -> {
            assertThat(left.state()).isEqualTo(OutboxRow.State.UNSURE);
            assertThat(left.why()).isEqualTo("nothing was heard of it");
        });
    }

    @Test
    void only_where_a_provider_reports_is_a_report_waited_for() throws Exception {
        Function<Outbound, Delivery> lost = _ -> new Delivery.Unknown("no answer");
        var channels = Map.of(
                "reports",
                channel(Capabilities.builder().reports().build(), lost),
                "silent",
                channel(lost),
                "knows",
                channel(Capabilities.builder().idempotent().build(), lost));
        var dispatcher = new Dispatcher(
                channels,
                8,
                () -> Instant.ofEpochMilli(now.get()),
                (_, _) -> 0,
                (Job.Sent sent) -> results.add(sent.result()));
        record Case(String channel, boolean automatic, OutboxRow.State state, long later) {}
        for (var it : List.of(
                new Case("reports", true, OutboxRow.State.UNKNOWN, 60_000),
                new Case("reports", false, OutboxRow.State.UNKNOWN, 60_000),
                new Case("silent", true, OutboxRow.State.UNKNOWN, 2_000),
                new Case("silent", false, OutboxRow.State.UNSURE, -now.get()),
                new Case("knows", true, OutboxRow.State.READY, 2_000),
                new Case("knows", false, OutboxRow.State.READY, 2_000))) {
            dispatcher.send(List.of(row(1, it.channel(), 1, it.automatic(), false)));
            assertThat(result()).as(it.toString()).satisfies(left -> {
                assertThat(left.state()).isEqualTo(it.state());
                assertThat(left.dueAt() - now.get()).isEqualTo(it.later());
            });
        }
    }

    @Test
    void a_repetition_that_was_put_off_is_still_a_repetition() throws Exception {
        dispatcher(8, _ -> new Delivery.Later(Duration.ofSeconds(5), false, "slow down"))
                .send(List.of(row(1, "site", 2, true)));
        assertThat(result().state()).isEqualTo(OutboxRow.State.UNKNOWN);
    }

    @Test
    void a_channel_that_answers_nothing_or_breaks_in_any_way_may_have_sent_it() throws Exception {
        dispatcher(8, _ -> null).send(List.of(row(1, "site", 1, false)));
        assertThat(result().state()).isEqualTo(OutboxRow.State.UNKNOWN);
        dispatcher(8, _ -> {
                    throw new AssertionError("broken plugin");
                })
                .send(List.of(row(1, "site", 1, false)));
        assertThat(result().state()).isEqualTo(OutboxRow.State.UNKNOWN);
    }

    @Test
    void more_than_are_free_do_not_make_the_lane_wait() {
        var dispatcher = dispatcher(4, _ -> new Delivery.Sent("r"));
        for (int i = 0; i < 6; i++) {
            dispatcher.send(List.of(row(i, "dead", 1, false)));
        }
        assertThat(dispatcher.free()).isZero();
        answer.countDown();
    }

    @Test
    void a_provider_that_is_silent_leaves_room_for_the_others() throws Exception {
        var dispatcher = dispatcher(8, _ -> new Delivery.Sent("r"));
        for (int i = 0; i < 8; i++) {
            dispatcher.send(List.of(row(i, "dead", 1, false)));
        }
        reached.await();
        assertThat(dispatcher.free()).isZero();
        now.addAndGet(2_001);
        assertThat(dispatcher.free())
                .as("a quarter is enough for the silent one")
                .isEqualTo(6);
        dispatcher.send(List.of(row(20, "dead", 1, false)));
        assertThat(result().state()).as("put off, not sent").isEqualTo(OutboxRow.State.READY);
        dispatcher.send(List.of(row(21, "site", 1, false)));
        assertThat(result().state()).isEqualTo(OutboxRow.State.SENT);
        answer.countDown();
    }
}
