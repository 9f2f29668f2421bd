package dev.frontdesk.plugin.questions;

import static dev.frontdesk.testkit.workflow.Configured.template;
import static dev.frontdesk.testkit.workflow.FakeStepContext.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepOutcome;
import dev.frontdesk.testkit.workflow.StepContractTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SendStepTest implements StepContractTest<SendSettings> {
    private static final SendSettings PLAIN = new SendSettings(
            Optional.of(template("Hello {{contact.name}}")), Optional.empty(), Optional.empty(), Duration.ofMinutes(2));
    private static final SendSettings CAREFUL = new SendSettings(
            Optional.of(template("Hello")), Optional.empty(), Optional.of("other"), Duration.ofMinutes(2));

    private static final Optional<FormSettings> GREETING =
            Optional.of(new FormSettings("greeting", Optional.of("pt_BR"), Map.of("1", template("{{contact.name}}"))));
    private static final SendSettings FORM =
            new SendSettings(Optional.empty(), GREETING, Optional.empty(), Duration.ofMinutes(2));
    private static final SendSettings EITHER =
            new SendSettings(Optional.of(template("Hello")), GREETING, Optional.empty(), Duration.ofMinutes(2));

    @Override
    public Step<SendSettings> step() {
        return new SendStep();
    }

    @Override
    public List<SendSettings> settings() {
        return List.of(PLAIN, CAREFUL, FORM, EITHER);
    }

    @Test
    void sendsAFormAsItsContentOrAsWhatGoesWhenTheWindowIsClosed() {
        var now = started().fact("contact.name", Value.of("Ann"));
        var form = new Content.Preset(
                "greeting", Locale.forLanguageTag("pt-BR"), Map.of("1", "Ann"), Optional.empty(), "");
        assertThat(step().run(FORM, now)).isEqualTo(StepOutcome.then(new Effect.Send(form)));
        assertThat(step().run(EITHER, now))
                .isEqualTo(StepOutcome.then(new Effect.Send(Content.text("Hello"), Optional.of(form))));
    }

    @Test
    void refusesAStepThatSaysNothingAndAFormWithoutAName() {
        assertThatThrownBy(() ->
                        new SendSettings(Optional.empty(), Optional.empty(), Optional.empty(), Duration.ofMinutes(2)))
                .hasMessage("a text or a template is missing");
        assertThatThrownBy(() -> new FormSettings(" ", Optional.empty(), Map.of()))
                .hasMessageContaining("template.name");
        assertThatThrownBy(() -> new FormSettings("greeting", Optional.of("no language"), Map.of()))
                .hasMessageContaining("is no language");
    }

    @Test
    void saysItAndGoesOn() {
        assertThat(step().run(PLAIN, started().fact("contact.name", Value.of("Ann"))))
                .isEqualTo(StepOutcome.then(new Effect.Send(Content.text("Hello Ann"))));
    }

    @Test
    void waitsForTheDeliveryOnlyWhenAFailureLeadsSomewhere() {
        assertThat(step().run(CAREFUL, started()).next()).isEqualTo(new Next.AwaitDelivery(Duration.ofMinutes(2)));
        assertThat(step().run(CAREFUL, started().input(new Input.Delivered(true, "")))
                        .next())
                .isEqualTo(Next.onward());
        assertThat(step().run(CAREFUL, started().input(new Input.Delivered(false, "blocked")))
                        .next())
                .isEqualTo(new Next.Jump("other"));
        assertThat(step().run(CAREFUL, started().timedOut()).next()).isEqualTo(new Next.Jump("other"));
    }

    @Test
    void sendsNothingWhenNothingIsLeftOfTheText() {
        var settings = new SendSettings(
                Optional.of(template(" {{gone}}")), Optional.empty(), Optional.of("other"), Duration.ofMinutes(2));
        var outcome = step().run(settings, started());
        assertThat(outcome.effects()).hasOnlyElementsOfType(Effect.Explain.class);
        assertThat(outcome.next()).isEqualTo(Next.onward());
    }
}
