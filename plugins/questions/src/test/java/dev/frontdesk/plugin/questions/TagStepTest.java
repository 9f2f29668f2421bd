package dev.frontdesk.plugin.questions;

import static dev.frontdesk.testkit.workflow.FakeStepContext.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.testkit.workflow.StepContractTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagStepTest implements StepContractTest<TagSettings> {
    @Override
    public Step<TagSettings> step() {
        return new TagStep();
    }

    @Override
    public List<TagSettings> settings() {
        return List.of(new TagSettings("vip", false), new TagSettings("vip", true));
    }

    @Test
    void putsATagOnAndTakesItOff() {
        assertThat(settings())
                .extracting(
                        settings -> step().run(settings, started()).effects().getFirst())
                .containsExactly(new Effect.Tag("vip", true), new Effect.Tag("vip", false));
    }
}
