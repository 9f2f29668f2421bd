package dev.frontdesk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.workflow.Action;
import dev.frontdesk.api.workflow.ActionCall;
import dev.frontdesk.api.workflow.ActionResult;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;
import dev.frontdesk.engine.desk.Order.What;
import dev.frontdesk.engine.port.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What happens in a conversation while something is performed for its run. */
interface WhilePerformingContract {
    Store store();

    Duration WORK = Duration.ofMinutes(1);

    /** Is at work for a minute from the first time it is asked. */
    final class Slow implements Action {
        private long due;
        private InstantSource clock = InstantSource.system();
        private int performed;

        @Override
        public synchronized ActionResult perform(ActionCall call, String idempotencyKey) {
            due = due == 0 ? clock.millis() + WORK.toMillis() : due;
            if (clock.millis() < due) {
                return new ActionResult.Later(Duration.ofMillis(due - clock.millis()));
            }
            performed++;
            return new ActionResult.Ok(Value.of("the answer"));
        }
    }

    private static StepOutcome asks(StepContext now) {
        return switch (now.input()) {
            case Input.Performed _ ->
                StepOutcome.of(
                        List.of(new Effect.Send(Content.text("the answer, knowing: "
                                + now.meanwhile().stream()
                                        .map(Content::plainText)
                                        .collect(Collectors.joining(", "))))),
                        new Next.AwaitReply(java.util.Optional.empty()));
            case Input.Replied _ -> StepOutcome.of(perform());
            default -> StepOutcome.of(perform());
        };
    }

    private static Next perform() {
        return new Next.Perform(new ActionCall("slow", Value.NIL, Duration.ofSeconds(30), 1));
    }

    private Simulation office(Slow slow) {
        var office = Simulation.on(store())
                .team("support", "none", "bea")
                .strategy("none", (_, _) -> new dev.frontdesk.api.routing.Ranking(List.of(), "nobody"))
                .action("slow", slow)
                .workflows(new Steps()
                        .then("ask", "", WhilePerformingContract::asks)
                        .onOpened())
                .start();
        slow.clock = office.clock();
        return office;
    }

    @Test
    default void what_the_contact_writes_meanwhile_is_told_once_with_the_result() {
        var slow = new Slow();
        try (var office = office(slow)) {
            office.says("ada", "hello");
            office.says("ada", "are you there?");
            office.says("ada", "it is about my order");
            assertThat(office.heardBy("ada")).isEmpty();
            office.passes(WORK.multipliedBy(2));
            assertThat(office.heardBy("ada"))
                    .containsExactly("the answer, knowing: are you there?, it is about my order");
            office.says("ada", "and now?");
            assertThat(office.heardBy("ada")).last().isEqualTo("the answer, knowing: ");
        }
    }

    @Test
    default void a_result_that_comes_after_a_person_took_over_is_nobodys() {
        var slow = new Slow();
        try (var office = office(slow)) {
            office.says("ada", "hello");
            office.order("bea", "ada", new What.Reply("I am here."));
            office.passes(WORK.multipliedBy(2));
            assertThat(office.heardBy("ada")).containsExactly("I am here.");
            office.order("bea", "ada", new What.Close("", ""));
            assertThat(office.heardBy("ada")).containsExactly("I am here.");
        }
    }
}
