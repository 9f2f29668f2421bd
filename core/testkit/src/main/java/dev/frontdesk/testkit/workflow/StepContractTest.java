package dev.frontdesk.testkit.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepOutcome;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What every step keeps. Implement it in a test class and say which step and with which settings; each test then runs the step
 * through every input and the whole catalogue of odd texts.
 *
 * @param <S> the step's settings
 */
public interface StepContractTest<S extends Record> {

    /** A new instance of the step. */
    Step<S> step();

    /** Settings as an operator would write them; all of them are tried. */
    List<S> settings();

    /** No input, text, fact or foreign memory makes it throw. */
    @Test
    default void standsEveryInput() {
        settings()
                .forEach(settings -> assertThatCode(() -> Situations.of(step(), settings))
                        .as("%s", settings)
                        .doesNotThrowAnyException());
    }

    /** The engine may run it twice and keep one outcome: both must be the same, also from another instance. */
    @Test
    default void givesTheSameOutcomeForTheSameSituation() {
        for (var settings : settings()) {
            var another = step();
            for (var seen : Situations.of(step(), settings)) {
                assertThat(another.run(settings, seen.context())).isEqualTo(seen.outcome());
            }
        }
    }

    /** Its shape is the same each time, because it is asked only once. */
    @Test
    default void hasOneShape() {
        settings().forEach(settings -> assertThat(step().shape(settings)).isEqualTo(step().shape(settings)));
    }

    /** Only branches named in its shape. */
    @Test
    default void continuesOnlyOnBranchesItDeclares() {
        each((settings, outcome) -> {
            if (outcome.next() instanceof Next.Continue(var branch) && branch.isPresent()) {
                assertThat(step().shape(settings).branches()).contains(branch.get());
            }
        });
    }

    /** Only variables named in its shape, with their type, and those that begin with an underscore: they are its own. */
    @Test
    default void writesOnlyVariablesItDeclares() {
        each((settings, outcome) -> {
            for (var effect : outcome.effects()) {
                if (effect instanceof Effect.SetVar(var name, var value) && !name.startsWith("_")) {
                    var type = step().shape(settings).writes().get(name);
                    assertThat(type).as("declared type of '%s'", name).isNotNull();
                    assertThat(value).as("value of '%s'", name).isInstanceOfAny(type, Value.Nil.class);
                }
            }
        });
    }

    /** Whoever waits for a person says that it interacts. */
    @Test
    default void saysThatItInteractsWhenItAwaitsSomebody() {
        each((settings, outcome) -> {
            if (outcome.next() instanceof Next.AwaitReply || outcome.next() instanceof Next.AwaitAgent) {
                assertThat(step().shape(settings).interactive()).isTrue();
            }
        });
    }

    private void each(Check<S> check) {
        for (var settings : settings()) {
            Consumer<StepOutcome> one = outcome -> check.of(settings, outcome);
            Situations.of(step(), settings).stream()
                    .map(Situations.Seen::outcome)
                    .distinct()
                    .forEach(one);
        }
    }

    /** One look at an outcome; not for use elsewhere. */
    @FunctionalInterface
    interface Check<S extends Record> {
        /** Fails when the outcome is wrong. */
        void of(S settings, StepOutcome outcome);
    }
}
