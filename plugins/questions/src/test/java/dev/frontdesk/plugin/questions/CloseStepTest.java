package dev.frontdesk.plugin.questions;

import static dev.frontdesk.testkit.workflow.Configured.template;
import static dev.frontdesk.testkit.workflow.FakeStepContext.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.testkit.workflow.StepContractTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CloseStepTest implements StepContractTest<CloseSettings> {
    @Override
    public Step<CloseSettings> step() {
        return new CloseStep();
    }

    @Override
    public List<CloseSettings> settings() {
        return List.of(
                new CloseSettings(Optional.empty(), Optional.empty()),
                new CloseSettings(Optional.of("spam"), Optional.of(template("About {{need}}"))));
    }

    @Test
    void closesAndEnds() {
        var closed = step().run(settings().getLast(), started().fact("need", Value.of("tea")));
        assertThat(closed.effects()).containsExactly(new Effect.Close(Optional.of("spam"), Optional.of("About tea")));
        assertThat(closed.next()).isEqualTo(new Next.Finish("closed"));
    }
}
