package dev.frontdesk.plugin.intent;

import static dev.frontdesk.testkit.workflow.FakeStepContext.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.FrontdeskPlugin;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepOutcome;
import dev.frontdesk.testkit.workflow.StepContractTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IntentStepTest implements StepContractTest<IntentSettings> {
    private static final Map<String, List<String>> EXAMPLES = Shop.examples().stream()
            .collect(Collectors.groupingBy(
                    one -> one.intent().orElseThrow(), Collectors.mapping(one -> one.text(), Collectors.toList())));
    private static final IntentSettings NEVER_ASKS = settings(2);
    private static final IntentSettings ALWAYS_ASKS = settings(0);

    private static IntentSettings settings(double closeness) {
        return new IntentSettings(
                EXAMPLES, Map.of("refund", "Money back"), Optional.empty(), closeness, Duration.ofMinutes(10));
    }

    @Override
    public Step<IntentSettings> step() {
        return new IntentStep();
    }

    @Override
    public List<IntentSettings> settings() {
        return List.of(NEVER_ASKS, ALWAYS_ASKS);
    }

    private StepOutcome first(IntentSettings settings, String text) {
        return step().run(settings, started().fact("text", Value.of(text)));
    }

    @Test
    void theMessageThatStartedTheWorkflowNamesTheBranch() {
        var outcome = first(NEVER_ASKS, "where is my order?");
        assertThat(outcome.next()).isEqualTo(Next.branch("order-status"));
        assertThat(outcome.effects()).contains(new Effect.SetVar("intent", Value.of("order-status")));
    }

    @Test
    void whatIsAboutNothingKnownIsUnknown() {
        assertThat(first(NEVER_ASKS, "xylophone quartz bumblebee").next()).isEqualTo(Next.branch("unknown"));
        assertThat(step().run(NEVER_ASKS, started()).next()).isEqualTo(Next.branch("unknown"));
    }

    @Test
    void whoAsksForAPersonIsHandedOver() {
        assertThat(first(ALWAYS_ASKS, "Позовите человека").next()).isEqualTo(Next.branch("handover"));
    }

    @Test
    void betweenTwoItAsksOnceAndTakesWhatIsPressed() {
        var asked = first(ALWAYS_ASKS, "where is my order?");
        assertThat(asked.next()).isEqualTo(new Next.AwaitReply(Optional.of(Duration.ofMinutes(10))));
        var options = ((Content.Choice) ((Effect.Send) asked.effects().getFirst()).content()).options();
        assertThat(options).hasSize(2).first().extracting(Content.Option::label).isEqualTo("order-status");

        var outcome = step().run(
                        ALWAYS_ASKS,
                        started().after(asked).pressed("1", options.get(1).label()));
        assertThat(outcome.next())
                .isInstanceOfSatisfying(
                        Next.Continue.class,
                        next -> assertThat(next.branch())
                                .hasValueSatisfying(branch ->
                                        assertThat(EXAMPLES).containsKey(branch).isNotEqualTo("order-status")));
    }

    @Test
    void anAnswerInWordsIsUnderstoodWithoutAnotherQuestion() {
        var asked = first(ALWAYS_ASKS, "where is my order?");
        assertThat(step().run(ALWAYS_ASKS, started().after(asked).replied("i want a refund"))
                        .next())
                .isEqualTo(Next.branch("refund"));
    }

    @Test
    void withoutAnAnswerItStaysUnknown() {
        assertThat(step().run(ALWAYS_ASKS, started().timedOut()).next()).isEqualTo(Next.branch("unknown"));
    }

    @Test
    void settingsThatTellNothingApartAreRefused() {
        assertThatThrownBy(() -> with(Map.of("one", List.of("text")))).hasMessageContaining("two intents");
        assertThatThrownBy(() -> with(Map.of("one", List.of(), "two", List.of("text"))))
                .hasMessageContaining("'one'");
        assertThatThrownBy(() -> with(Map.of("unknown", List.of("a"), "two", List.of("b"))))
                .hasMessageContaining("branch");
    }

    private static IntentSettings with(Map<String, List<String>> examples) {
        return new IntentSettings(examples, Map.of(), Optional.empty(), 0.5, Duration.ofMinutes(1));
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(FrontdeskPlugin.class)).hasExactlyElementsOfTypes(IntentPlugin.class);
    }
}
