package dev.frontdesk.plugin.example;

import static dev.frontdesk.testkit.workflow.Configured.template;
import static dev.frontdesk.testkit.workflow.FakeStepContext.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.testkit.workflow.StepContractTest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class GreetByHourTest implements StepContractTest<GreetByHourSettings> {
    private static final GreetByHourSettings BERLIN = new GreetByHourSettings(
            template("Good day, {{contact.name}}!"), template("Good evening!"), ZoneId.of("Europe/Berlin"));

    @Override
    public Step<GreetByHourSettings> step() {
        return new GreetByHour();
    }

    @Override
    public List<GreetByHourSettings> settings() {
        return List.of(BERLIN);
    }

    @Test
    void greetsByDayAndByNight() {
        var noon = started().fact("contact.name", Value.of("Ann")).now(Instant.parse("2026-03-02T12:00:00Z"));
        assertThat(step().run(BERLIN, noon).effects()).containsExactly(new Effect.Send(Content.text("Good day, Ann!")));
        assertThat(step().run(BERLIN, noon).next()).isEqualTo(Next.branch("day"));

        var evening = noon.now(Instant.parse("2026-03-02T17:00:00Z"));
        assertThat(step().run(BERLIN, evening).effects())
                .containsExactly(new Effect.Send(Content.text("Good evening!")));
        assertThat(step().run(BERLIN, evening).next()).isEqualTo(Next.branch("night"));
    }
}
