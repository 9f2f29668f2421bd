package dev.frontdesk.plugin.questions;

import static dev.frontdesk.testkit.workflow.Configured.template;
import static dev.frontdesk.testkit.workflow.FakeStepContext.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepOutcome;
import dev.frontdesk.testkit.workflow.FakeStepContext;
import dev.frontdesk.testkit.workflow.StepContractTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AskStepTest implements StepContractTest<AskSettings> {
    private static final AskSettings NEED =
            Ask.with().choices("Buy", "Order", "Something else").saveTo("need").settings();
    private static final AskSettings EMAIL =
            Ask.with().type(AnswerType.EMAIL).saveTo("contact.email").settings();
    private static final AskSettings AGE =
            Ask.with().type(AnswerType.NUMBER).range("18", "99").saveTo("age").settings();
    private static final AskSettings STORY = Ask.with().settings();

    @Override
    public Step<AskSettings> step() {
        return new AskStep();
    }

    @Override
    public List<AskSettings> settings() {
        return List.of(
                NEED,
                EMAIL,
                AGE,
                STORY,
                Ask.with()
                        .range("3", "20")
                        .pattern("\\d")
                        .saveTo("note")
                        .skipIfKnown()
                        .maxAttempts(1)
                        .timeout("0s")
                        .settings());
    }

    /** The form goes out where the question may not, and the run waits for the answer all the same. */
    @Test
    void aFormTakesTheQuestionsPlaceOnceTheTimeToAnswerFreelyIsOver() {
        var form = new FormSettings("need", Optional.of("en"), Map.of("1", template("{{contact.name}}")));
        var asked = step().run(Ask.with().template(form).settings(), started().fact("contact.name", Value.of("Ann")));
        assertThat(asked.effects()).singleElement().satisfies(effect -> {
            var send = (Effect.Send) effect;
            assertThat(send.content()).isEqualTo(Content.text("Hello Ann, what is it?"));
            assertThat(send.fallback())
                    .contains(new Content.Preset("need", Locale.ENGLISH, Map.of("1", "Ann"), Optional.empty(), ""));
        });
        assertThat(asked.next()).isEqualTo(new Next.AwaitReply(Optional.of(Duration.ofHours(24))));
    }

    @Test
    void asksWithOptionsAndWaitsForADay() {
        var asked = step().run(NEED, started().fact("contact.name", Value.of("Ann")));
        assertThat(said(asked)).isEqualTo("Hello Ann, what is it?");
        assertThat(((Content.Choice) content(asked)).options())
                .extracting(Content.Option::label)
                .containsExactly("Buy", "Order", "Something else");
        assertThat(asked.next()).isEqualTo(new Next.AwaitReply(Optional.of(Duration.ofHours(24))));
    }

    @Test
    void savesTheChosenIdAndGoesOnAlongItsBranch() {
        for (var context : List.of(
                started().pressed("1", "Order"),
                started().replied("order"),
                started().replied("2"))) {
            var answered = step().run(NEED, context);
            assertThat(answered.effects()).containsExactly(new Effect.SetVar("need", Value.of("Order")));
            assertThat(answered.next()).isEqualTo(Next.branch("Order"));
        }
        assertThat(step().shape(NEED).branches())
                .containsExactlyInAnyOrder("timeout", "invalid", "handover", "Buy", "Order", "Something else");
        assertThat(step().shape(NEED).writes()).containsEntry("need", Value.Text.class);
    }

    @Test
    void savesFieldsOfTheContactAndTypedVariables() {
        assertThat(step().run(EMAIL, started().replied(" ann@example.org ")).effects())
                .containsExactly(new Effect.SetField("email", Value.of("ann@example.org")));
        assertThat(step().run(AGE, started().replied("42")).effects())
                .containsExactly(new Effect.SetVar("age", Value.of(42)));
        assertThat(step().run(STORY, started().replied("Long ago")).effects()).isEmpty();
        assertThat(step().shape(EMAIL).writes()).isEmpty();
        assertThat(step().shape(AGE).writes()).containsEntry("age", Value.Num.class);
    }

    @Test
    void asksAgainAndGivesUpAfterThreeAnswersThatDoNotFit() {
        var outcome = step().run(AGE, started());
        for (int i = 1; i <= 2; i++) {
            outcome = step().run(AGE, started().after(outcome).replied("old enough"));
            assertThat(said(outcome)).isEqualTo("Please answer with a number from 18 to 99.");
        }
        outcome = step().run(AGE, started().after(outcome).replied("17"));
        assertThat(outcome).isEqualTo(StepOutcome.of(Next.branch("invalid")));
    }

    @Test
    void repeatsTheOptionsAndSpeaksRussian() {
        var again = step().run(NEED, started().language("ru").replied("?"));
        assertThat(said(again)).startsWith("Извините");
        assertThat(content(again)).isInstanceOf(Content.Choice.class);
    }

    @Test
    void saysWhatTheWorkflowSaysToAnAnswerThatDoesNotFit() {
        var settings = Ask.with()
                .type(AnswerType.EMAIL)
                .retry("Again, {{contact.name}}?")
                .settings();
        assertThat(said(step().run(
                                settings,
                                started().fact("contact.name", Value.of("Ann")).replied("no"))))
                .isEqualTo("Again, Ann?");
    }

    @Test
    void countsTheTimeFromTheFirstQuestion() {
        var asked = step().run(NEED, started());
        var late = started().after(asked).later(Duration.ofHours(23));
        assertThat(step().run(NEED, late.replied("?")).next())
                .isEqualTo(new Next.AwaitReply(Optional.of(Duration.ofHours(1))));
        assertThat(step().run(NEED, late.timedOut()).next()).isEqualTo(Next.branch("timeout"));
        assertThat(step().run(NEED, late.input(new Input.Delivered(true, ""))).next())
                .isEqualTo(new Next.AwaitReply(Optional.of(Duration.ofHours(1))));
        assertThat(step().run(Ask.with().timeout("0s").settings(), started()).next())
                .isEqualTo(new Next.AwaitReply(Optional.empty()));
    }

    @Test
    void skipsTheQuestionWhenTheAnswerIsKnownAndFits() {
        var settings = Ask.with()
                .choices("Buy", "Order")
                .saveTo("contact.need")
                .skipIfKnown()
                .settings();
        assertThat(step().run(settings, started().fact("contact.need", Value.of("Buy")))
                        .next())
                .isEqualTo(Next.branch("Buy"));
        assertThat(step().run(settings, started().fact("contact.need", Value.of("Sing")))
                        .next())
                .isInstanceOf(Next.AwaitReply.class);
        assertThat(step().run(settings, started()).next()).isInstanceOf(Next.AwaitReply.class);
    }

    @Test
    void takesNoStickerForAnAnswer() {
        var sticker = new Input.Replied(new dev.frontdesk.api.MessageId(1), new Content.Unsupported("sticker", "hi"));
        assertThat(step().run(STORY, started().input(sticker)).next()).isInstanceOf(Next.AwaitReply.class);
    }

    @Test
    void takesThePressOfAnotherQuestionForItsText() {
        var press = new Content.Picked("elsewhere", "Buy");
        var context = started().input(new Input.Replied(new dev.frontdesk.api.MessageId(1), press));
        assertThat(step().run(NEED, context).next()).isEqualTo(Next.branch("Buy"));
    }

    private static String said(StepOutcome outcome) {
        return content(outcome).plainText();
    }

    private static Content content(StepOutcome outcome) {
        return ((Effect.Send) outcome.effects().getFirst()).content();
    }
}
