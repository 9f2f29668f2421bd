package dev.frontdesk.plugin.questions;

import static dev.frontdesk.testkit.workflow.Configured.template;
import static dev.frontdesk.testkit.workflow.FakeStepContext.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.testkit.workflow.StepContractTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteStepTest implements StepContractTest<NoteSettings> {
    @Override
    public Step<NoteSettings> step() {
        return new NoteStep();
    }

    @Override
    public List<NoteSettings> settings() {
        return List.of(new NoteSettings(template("Wants {{need}}")));
    }

    @Test
    void leavesANote() {
        assertThat(step().run(settings().getFirst(), started().fact("need", Value.of("tea")))
                        .effects())
                .containsExactly(new Effect.Note("Wants tea"));
    }
}
