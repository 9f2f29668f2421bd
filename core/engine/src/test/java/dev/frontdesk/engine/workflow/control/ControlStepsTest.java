package dev.frontdesk.engine.workflow.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.engine.expression.Expressions;
import dev.frontdesk.engine.expression.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ControlStepsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    record Now(Map<String, Value> vars, Input input) implements StepContext {
        @Override
        public Facts facts() {
            return Facts.of(vars);
        }

        @Override
        public Value memory() {
            return Value.NIL;
        }

        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public long seed() {
            return 1;
        }

        @Override
        public Locale language() {
            return Locale.ENGLISH;
        }

        @Override
        public boolean asksForPerson(String text) {
            return false;
        }

        @Override
        public Capabilities channel() {
            return Capabilities.builder().build();
        }

        @Override
        public Content.Option option(String key, String label) {
            return new Content.Option(key, label);
        }

        @Override
        public Optional<String> picked(Content content) {
            return Optional.empty();
        }
    }

    static Now started(Map<String, Value> vars) {
        return new Now(vars, new Input.Started());
    }

    private static Branch.Case when(String condition, String goTo) {
        return new Branch.Case(Expressions.condition(condition, Scope.empty().with("need", Value.Text.class)), goTo);
    }

    @Test
    void theFirstCaseThatHoldsDecides() {
        var branch = new Branch(List.of(when("need == 'a'", "one"), when("need != 'b'", "two")), "three");

        assertThat(new BranchStep()
                        .run(branch, started(Map.of("need", Value.of("a"))))
                        .next())
                .isEqualTo(new Next.Jump("one"));
        assertThat(new BranchStep()
                        .run(branch, started(Map.of("need", Value.of("c"))))
                        .next())
                .isEqualTo(new Next.Jump("two"));
        assertThat(new BranchStep()
                        .run(branch, started(Map.of("need", Value.of("b"))))
                        .next())
                .isEqualTo(new Next.Jump("three"));
    }

    @Test
    void endEndsAndABranchNeedsACase() {
        var branch = new Branch(List.of(when("need == 'a'", "one")), "end");

        assertThat(new BranchStep().run(branch, started(Map.of())).next()).isEqualTo(new Next.Finish("end"));
        assertThat(new JumpStep()
                        .run(new Jump("end", 1, "j"), started(Map.of()))
                        .next())
                .isEqualTo(new Next.Finish("end"));
        assertThatThrownBy(() -> new Branch(List.of(), "end")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aJumpIsTakenAsOftenAsItMayAndThenPassed() {
        var jump = new Jump("again", 2, "j");

        var first = new JumpStep().run(jump, started(Map.of()));
        assertThat(first.next()).isEqualTo(new Next.Jump("again"));
        assertThat(first.effects()).containsExactly(new Effect.SetVar("_jump.j", Value.of(1)));
        var second = new JumpStep().run(jump, started(Map.of("_jump.j", Value.of(1))));
        assertThat(second.effects()).containsExactly(new Effect.SetVar("_jump.j", Value.of(2)));
        assertThat(new JumpStep()
                        .run(jump, started(Map.of("_jump.j", Value.of(2))))
                        .next())
                .isEqualTo(Next.onward());
        assertThatThrownBy(() -> new Jump("x", 11, "j")).hasMessageContaining("between 1 and 10");
    }

    @Test
    void aWaitTakesItsTimeAndGoesOn() {
        var wait = new Wait(Optional.of(Duration.ofMinutes(5)), Optional.empty());

        assertThat(new WaitStep().run(wait, started(Map.of())).next())
                .isEqualTo(new Next.AwaitUntil(NOW.plusSeconds(300)));
        assertThat(new WaitStep()
                        .run(wait, new Now(Map.of(), new Input.TimedOut()))
                        .next())
                .isEqualTo(Next.onward());
    }

    @Test
    void aWaitMayEndAtATimeThatIsOnlyKnownThen() {
        var wait = new Wait(Optional.empty(), Optional.of(Expressions.template("{{back}}")));
        var at = Instant.parse("2026-11-23T08:00:00Z");

        assertThat(new WaitStep()
                        .run(wait, started(Map.of("back", new Value.Time(at))))
                        .next())
                .isEqualTo(new Next.AwaitUntil(at));
        assertThat(new WaitStep()
                        .run(wait, started(Map.of("back", Value.of("soon"))))
                        .next())
                .isEqualTo(Next.onward());
    }

    @Test
    void aWaitNeedsExactlyOneEndAndAnEndThatIsATime() {
        assertThatThrownBy(() -> new Wait(Optional.empty(), Optional.empty())).hasMessageContaining("either");
        assertThatThrownBy(() -> new Wait(Optional.empty(), Optional.of(Expressions.template("tomorrow"))))
                .hasMessageContaining("not 'tomorrow'");
    }
}
