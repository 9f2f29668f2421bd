package dev.frontdesk.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Intake.Accepted;
import dev.frontdesk.api.channel.Intake.Overloaded;
import dev.frontdesk.api.routing.Candidate;
import dev.frontdesk.api.routing.Ranking;
import dev.frontdesk.api.workflow.StepOutcome;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.engine.desk.Order.What;
import dev.frontdesk.engine.model.Handler;
import dev.frontdesk.engine.port.InboxReads.View;
import dev.frontdesk.engine.port.Store;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the engine does over days, in a moment; the same on every store. */
interface SimulationContract {
    /** An empty store of this test's own. */
    Store store();

    private Simulation.Builder office() {
        return office(store());
    }

    private static Simulation.Builder office(Store store) {
        return Simulation.on(store)
                .team("support", "least-open", "bea", "cem")
                .strategy(
                        "least-open",
                        (_, eligible) -> new Ranking(
                                eligible.stream()
                                        .sorted(Comparator.comparingInt(Candidate::load)
                                                .thenComparing(c -> c.agent().value()))
                                        .map(Candidate::agent)
                                        .toList(),
                                "fewest open conversations"))
                .workflows(new Steps()
                        .ask("need", "How can we help?", "desk")
                        .assign("desk", "support", "bye")
                        .say("bye", "Somebody is with you", "")
                        .onOpened());
    }

    @Test
    default void a_conversation_goes_from_the_first_message_to_the_agent_and_the_next_message_begins_another() {
        try (var office = office().start()) {
            office.says("ada", "hi");
            assertThat(office.heardBy("ada")).containsExactly("How can we help?");
            office.says("ada", "my lamp is broken");
            assertThat(office.heardBy("ada")).containsExactly("How can we help?", "Somebody is with you");
            var first = office.conversation("ada");
            assertThat(first.handling().handler()).isEqualTo(new Handler.Agent("bea"));
            office.order("bea", "ada", new What.Reply("Hello Ada"));
            assertThat(office.heardBy("ada")).endsWith("Hello Ada");
            office.order("bea", "ada", new What.Close("", ""));
            assertThat(office.conversation("ada").open()).isFalse();
            office.says("ada", "one more thing");
            assertThat(office.conversation("ada").id()).isNotEqualTo(first.id());
            assertThat(office.heardBy("ada")).hasSize(4);
            assertThat(store().inbox().decision(first.id())).isPresent();
        }
    }

    @Test
    default void load_is_shared_and_full_agents_get_nothing_until_somebody_closes() {
        try (var office = office().capacity(1).start()) {
            for (String who : new String[] {"ada", "bob", "eve"}) {
                office.says(who, "hi");
                office.says(who, "help");
            }
            assertThat(office.conversation("ada").handling().assignee()).isEqualTo("bea");
            assertThat(office.conversation("bob").handling().assignee()).isEqualTo("cem");
            assertThat(office.conversation("eve").handling().handler()).isEqualTo(new Handler.Queue("support"));
            assertThat(store().inbox().queuePosition(office.conversation("eve").id()))
                    .contains(1);
            office.order("cem", "bob", new What.Close("", ""));
            assertThat(office.conversation("eve").handling().assignee()).isEqualTo("cem");
            assertThat(office.heardBy("eve")).endsWith("Somebody is with you");
        }
    }

    @Test
    default void an_agent_who_goes_away_gets_nothing_and_gets_it_on_return() {
        try (var office = office().start()) {
            office.presence("bea", "away");
            office.presence("cem", "offline");
            office.says("ada", "hi");
            office.says("ada", "help");
            assertThat(office.conversation("ada").handling().handler()).isEqualTo(new Handler.Queue("support"));
            office.presence("bea", "online");
            assertThat(office.conversation("ada").handling().assignee()).isEqualTo("bea");
        }
    }

    @Test
    default void the_same_message_twice_has_one_effect() {
        try (var office = office().start()) {
            assertThat(office.says("x1", "ada", Content.text("hi"))).isEqualTo(Accepted.STORED);
            assertThat(office.says("x1", "ada", Content.text("hi"))).isEqualTo(Accepted.DUPLICATE);
            assertThat(office.heardBy("ada")).hasSize(1);
        }
    }

    @Test
    default void time_moves_what_waits_and_a_restart_forgets_nothing() {
        try (var office = office().start()) {
            office.says("ada", "hi");
            office.passes(Duration.ofMinutes(29));
            assertThat(office.conversation("ada").handling().handler()).isInstanceOf(Handler.Bot.class);
        }
        try (var later = office().start()) {
            later.passes(Duration.ofMinutes(31));
            assertThat(later.conversation("ada").handling().handler()).isEqualTo(new Handler.Agent("bea"));
        }
    }

    @Test
    default void an_idle_conversation_closes_by_itself() {
        try (var office = office().idleClose(Duration.ofHours(2)).start()) {
            office.says("ada", "hi");
            office.says("ada", "help");
            office.passes(Duration.ofMinutes(119));
            assertThat(office.conversation("ada").open()).isTrue();
            office.passes(Duration.ofMinutes(2));
            assertThat(office.conversation("ada").open()).isFalse();
        }
    }

    @Test
    default void a_send_that_must_wait_is_tried_again_and_nothing_overtakes_it() {
        var attempts = new AtomicInteger();
        try (var office = office().start()) {
            office.channel()
                    .answers(message -> attempts.incrementAndGet() == 1
                            ? new Delivery.Later(Duration.ofSeconds(20), false, "slow down")
                            : new Delivery.Sent(""));
            office.says("ada", "hi");
            office.says("ada", "help");
            assertThat(office.heardBy("ada"))
                    .as("the second message waits behind the first")
                    .hasSize(1);
            office.passes(Duration.ofSeconds(21));
            assertThat(office.heardBy("ada"))
                    .containsExactly("How can we help?", "How can we help?", "Somebody is with you");
        }
    }

    @Test
    default void what_a_bot_may_have_sent_is_sent_once_more_and_what_a_person_wrote_is_not() {
        try (var office = office().start()) {
            office.channel().answers(_ -> new Delivery.Unknown("no answer"));
            office.says("ada", "hi");
            office.passes(Duration.ofSeconds(61));
            assertThat(office.heardBy("ada")).hasSize(2);
            office.passes(Duration.ofSeconds(200));
            assertThat(office.heardBy("ada")).as("once, not for ever").hasSize(2);
            office.order("bea", "ada", new What.Reply("Hello"));
            office.passes(Duration.ofSeconds(61));
            assertThat(office.heardBy("ada"))
                    .as("a person decides about their own words")
                    .hasSize(3);
        }
    }

    @Test
    default void a_step_that_never_returns_is_switched_off_and_the_next_contact_is_answered() {
        var hang = new Steps()
                .then("stuck", "", now -> {
                    while (now.facts().text("text").startsWith("stuck")) {
                        Thread.onSpinWait();
                    }
                    return StepOutcome.of(new Next.Finish("done"));
                })
                .onOpened();
        try (var office = office().workflows(hang).start()) {
            assertThat(office.says("ada", "stuck")).isEqualTo(Accepted.STORED);
            assertThat(office.conversation("ada").handling().assignee())
                    .as("the default team took it")
                    .isEqualTo("bea");
            assertThat(office.engine().problems()).containsKey("step type test-stuck");
            office.says("bob", "hello");
            assertThat(office.conversation("bob").open()).isTrue();
            assertThat(office.inbox().list(View.ALL, "", "", "", 10)).hasSize(2);
        }
    }

    @Test
    default void a_parked_run_goes_on_with_the_next_start_unless_a_person_took_over() {
        var parked = new Steps().say("greet", "Hello", "").onOpened();
        try (var office = office().workflows(parked).start()) {
            office.presence("bea", "away");
            office.presence("cem", "away");
        }
        var gone = new dev.frontdesk.engine.workflow.Workflow(
                "inbound",
                99,
                parked.trigger(),
                parked.when(),
                0,
                false,
                new Steps().ask("need", "Yes?", "").onOpened().steps());
        try (var office = office().workflows(gone).start()) {
            office.says("ada", "hi");
        }
        try (var office = office().workflows(parked).start()) {
            office.says("ada", "yes");
            assertThat(office.conversation("ada").handling().handler()).isEqualTo(new Handler.Queue("support"));
        }
        try (var office = office().workflows(gone).start()) {
            office.settle();
            assertThat(office.heardBy("ada")).as("the question is asked again").containsExactly("Yes?");
        }
    }

    @Test
    default void a_store_that_was_away_for_a_while_is_noticed_when_it_is_back() {
        var away = new AtomicBoolean();
        try (var office = office(new Interrupted(store(), away)).start()) {
            away.set(true);
            assertThatThrownBy(() -> office.says("ada", "hi")).hasRootCauseInstanceOf(Overloaded.class);
            away.set(false);
            await().atMost(Duration.ofSeconds(10))
                    .ignoreExceptions()
                    .until(() -> office.says("ada", "hi") == Accepted.STORED);
            assertThat(office.heardBy("ada")).containsExactly("How can we help?");
        }
    }

    @Test
    default void a_strategy_that_throws_keeps_nobody_waiting() {
        try (var office = office().strategy("least-open", (_, _) -> {
                    throw new IllegalStateException("broken strategy");
                })
                .start()) {
            office.says("ada", "hi");
            office.says("ada", "help");
            assertThat(office.conversation("ada").handling().assignee()).isEqualTo("bea");
        }
    }

    @Test
    default void what_a_channel_hands_over_broken_becomes_a_dead_letter_and_not_the_end_of_the_lane() {
        var asked = new AtomicInteger();
        Content endless = new Content() {
            @Override
            public String kind() {
                return "endless";
            }

            @Override
            public String plainText() {
                return asked.incrementAndGet() == 1 ? "raw" : plainText().strip();
            }
        };
        try (var office = office().start()) {
            assertThat(office.says("b1", "ada", endless)).isEqualTo(Accepted.DEAD_LETTER);
            assertThat(office.says("bob", "hi")).isEqualTo(Accepted.STORED);
            assertThat(office.heardBy("bob")).containsExactly("How can we help?");
        }
    }
}
