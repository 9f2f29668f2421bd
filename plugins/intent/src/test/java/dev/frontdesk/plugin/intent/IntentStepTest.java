package dev.frontdesk.plugin.intent;

import static dev.frontdesk.testkit.workflow.FakeStepContext.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.FrontdeskPlugin;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.enrich.Classification;
import dev.frontdesk.api.enrich.Intents;
import dev.frontdesk.api.workflow.ActionResult;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepOutcome;
import dev.frontdesk.testkit.enrich.FakeIntents;
import dev.frontdesk.testkit.workflow.StepContractTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class IntentStepTest implements StepContractTest<IntentSettings> {
    private static final FakeIntents SHOP = FakeIntents.of("order", "refund", "hours")
            .saying("where is it", Classification.of("order", 0.9))
            .saying("send it back", about("refund", Map.of("order", 0.4)))
            .saying("cancel, and when are you open", also("refund", "hours"))
            .saying("a person please", Classification.of(Classification.HAND_OVER, 1));
    private static final IntentSettings SETTINGS = settings(SHOP);
    private static final IntentSettings ELSEWHERE = settings(SHOP.elsewhere());

    private static Classification about(String intent, Map<String, Double> others) {
        return new Classification(Optional.of(intent), 0.6, others, List.of(), Map.of());
    }

    private static Classification also(String intent, String other) {
        return new Classification(
                Optional.of(intent), 0.6, Map.of(other, 0.5), List.of(other), Map.of("order", Value.of("A-17")));
    }

    private static IntentSettings settings(Intents by) {
        return new IntentSettings(
                by,
                Map.of("refund", "Money back"),
                Optional.empty(),
                0.5,
                Duration.ofMinutes(10),
                Duration.ofSeconds(3));
    }

    @Override
    public Step<IntentSettings> step() {
        return new IntentStep();
    }

    @Override
    public List<IntentSettings> settings() {
        return List.of(SETTINGS, ELSEWHERE);
    }

    private StepOutcome first(IntentSettings settings, String text) {
        return step().run(settings, started().fact("text", Value.of(text)));
    }

    @Test
    void theMessageThatStartedTheWorkflowNamesTheBranch() {
        var outcome = first(SETTINGS, "where is it");
        assertThat(outcome.next()).isEqualTo(Next.branch("order"));
        assertThat(outcome.effects())
                .contains(
                        new Effect.SetVar("intent", Value.of("order")),
                        new Effect.Understood("where is it", SHOP.answer("where is it")));
    }

    @Test
    void whatIsAboutNothingKnownIsUnknown() {
        assertThat(first(SETTINGS, "xylophone").next()).isEqualTo(Next.branch("unknown"));
        assertThat(step().run(SETTINGS, started()).next()).isEqualTo(Next.branch("unknown"));
    }

    @Test
    void whoAsksForAPersonIsHandedOver() {
        assertThat(first(SETTINGS, "a person please").next()).isEqualTo(Next.branch("handover"));
    }

    @Test
    void betweenTwoItAsksOnceAndTakesWhatIsPressed() {
        var asked = first(SETTINGS, "send it back");
        assertThat(asked.next()).isEqualTo(new Next.AwaitReply(Optional.of(Duration.ofMinutes(10))));
        var options = ((Content.Choice) ((Effect.Send) asked.effects().getFirst()).content()).options();
        assertThat(options).extracting(Content.Option::label).containsExactly("Money back", "order");

        assertThat(step().run(SETTINGS, started().after(asked).pressed("1", "order"))
                        .next())
                .isEqualTo(Next.branch("order"));
    }

    @Test
    void anAnswerInWordsIsUnderstoodWithoutAnotherQuestion() {
        var asked = first(SETTINGS, "send it back");
        assertThat(step().run(SETTINGS, started().after(asked).replied("send it back"))
                        .next())
                .isEqualTo(Next.branch("refund"));
    }

    @Test
    void withoutAnAnswerItStaysUnknown() {
        assertThat(step().run(SETTINGS, started().timedOut()).next()).isEqualTo(Next.branch("unknown"));
    }

    @Test
    void whoSpeaksOfTwoThingsIsNotAskedWhichAndBothAreKept() {
        var outcome = first(SETTINGS, "cancel, and when are you open");
        assertThat(outcome.next()).isEqualTo(Next.branch("refund"));
        assertThat(outcome.effects())
                .contains(
                        new Effect.SetVar("intent_also", Value.ofTexts(List.of("hours"))),
                        new Effect.SetVar("entities", new Value.Fields(Map.of("order", Value.of("A-17")))));
    }

    @Test
    void whatIsFoundElsewhereIsAskedAsAnActionAndGoesOnTheSame() {
        var sent = first(ELSEWHERE, "send it back");
        assertThat(sent.next())
                .isInstanceOfSatisfying(
                        Next.Perform.class,
                        perform -> assertThat(perform.call().action()).isEqualTo("classify"));

        var said = new ActionResult.Ok(SHOP.answer("send it back").asValue());
        var asked = step().run(ELSEWHERE, started().after(sent).input(new Input.Performed(said)));
        assertThat(asked.next()).isInstanceOf(Next.AwaitReply.class);

        var again = step().run(ELSEWHERE, started().after(asked).replied("send it back"));
        assertThat(step().run(ELSEWHERE, started().after(again).input(new Input.Performed(said)))
                        .next())
                .isEqualTo(Next.branch("refund"));
    }

    @Test
    void noAnswerFromElsewhereIsUnknown() {
        var sent = first(ELSEWHERE, "where is it");
        var failed = new ActionResult.Failed("timeout", false);
        assertThat(step().run(ELSEWHERE, started().after(sent).input(new Input.Performed(failed)))
                        .next())
                .isEqualTo(Next.branch("unknown"));
    }

    @Test
    void aLabelForNoIntentIsRefused() {
        assertThatThrownBy(() -> new IntentSettings(
                        SHOP,
                        Map.of("refnud", "Money back"),
                        Optional.empty(),
                        0.5,
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(3)))
                .hasMessageContaining("refnud");
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(FrontdeskPlugin.class)).hasExactlyElementsOfTypes(IntentPlugin.class);
    }
}
