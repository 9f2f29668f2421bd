package dev.frontdesk.plugin.questions;

import static dev.frontdesk.testkit.workflow.Configured.template;
import static dev.frontdesk.testkit.workflow.FakeStepContext.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.testkit.workflow.StepContractTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetStepTest implements StepContractTest<SetSettings> {
    private static final SetSettings NUMBER = new SetSettings("score", Optional.of(Value.of(5)), Optional.empty());
    private static final SetSettings TEXT =
            new SetSettings("contact.greeting", Optional.empty(), Optional.of(template("Hi {{contact.name}}")));
    private static final SetSettings CLEAR = new SetSettings("contact.plan", Optional.empty(), Optional.empty());

    @Override
    public Step<SetSettings> step() {
        return new SetStep();
    }

    @Override
    public List<SetSettings> settings() {
        return List.of(NUMBER, TEXT, CLEAR, new SetSettings("x", Optional.empty(), Optional.empty()));
    }

    @Test
    void setsVariablesAndFields() {
        assertThat(step().run(NUMBER, started()).effects()).containsExactly(new Effect.SetVar("score", Value.of(5)));
        assertThat(step().run(TEXT, started().fact("contact.name", Value.of("Ann")))
                        .effects())
                .containsExactly(new Effect.SetField("greeting", Value.of("Hi Ann")));
        assertThat(step().run(CLEAR, started()).effects()).containsExactly(new Effect.SetField("plan", Value.NIL));
    }

    @Test
    void declaresTheTypeOfTheVariable() {
        assertThat(step().shape(NUMBER).writes()).containsEntry("score", Value.Num.class);
        assertThat(step().shape(TEXT).writes()).isEmpty();
    }

    @Test
    void refusesTwoValuesForOneName() {
        assertThatThrownBy(() -> new SetSettings("a", Optional.of(Value.of(1)), Optional.of(template("b"))))
                .hasMessageContaining("not both");
    }
}
