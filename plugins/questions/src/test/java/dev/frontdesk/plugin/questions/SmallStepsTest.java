package dev.frontdesk.plugin.questions;

import static dev.frontdesk.testkit.workflow.Configured.template;
import static dev.frontdesk.testkit.workflow.FakeStepContext.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.FrontdeskPlugin;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.testkit.workflow.StepContractTest;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SmallStepsTest {

    @Test
    void areFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(FrontdeskPlugin.class)).hasExactlyElementsOfTypes(QuestionsPlugin.class);
    }

    @Nested
    class Tag implements StepContractTest<TagSettings> {
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
                    .extracting(settings ->
                            step().run(settings, started()).effects().getFirst())
                    .containsExactly(new Effect.Tag("vip", true), new Effect.Tag("vip", false));
        }
    }

    @Nested
    class Note implements StepContractTest<NoteSettings> {
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

    @Nested
    class Close implements StepContractTest<CloseSettings> {
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
            assertThat(closed.effects())
                    .containsExactly(new Effect.Close(Optional.of("spam"), Optional.of("About tea")));
            assertThat(closed.next()).isEqualTo(new Next.Finish("closed"));
        }
    }
}
