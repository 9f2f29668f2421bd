package dev.frontdesk.plugin.questions;

import static dev.frontdesk.testkit.workflow.FakeStepContext.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Classification;
import dev.frontdesk.api.workflow.ActionResult;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.testkit.enrich.FakeIntents;
import dev.frontdesk.testkit.workflow.FakeStepContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Questions that are answered in the contact's own words. */
class UnderstandingTest {
    private static final FakeIntents HELP = FakeIntents.of("buy", "order")
            .saying("my parcel is late", Classification.of("order", 0.9))
            .saying("a person", Classification.of(Classification.HAND_OVER, 1));
    private static final AskSettings CHOICE = Ask.with()
            .choice("buy", "Buy something")
            .choice("order", "My order")
            .choice("other", "Something else")
            .classify(HELP)
            .saveTo("need")
            .settings();
    private static final AskSettings OPEN =
            Ask.with().classify(HELP).saveTo("need").maxAttempts(2).settings();

    private final AskStep step = new AskStep();

    private FakeStepContext asked(AskSettings settings) {
        return started().after(step.run(settings, started()));
    }

    @Test
    void anAnswerThatIsNoLabelIsTheChoiceItMeans() {
        var outcome = step.run(CHOICE, asked(CHOICE).replied("my parcel is late"));
        assertThat(outcome.next()).isEqualTo(Next.branch("order"));
        assertThat(outcome.effects())
                .contains(
                        new Effect.Understood("my parcel is late", HELP.answer("my parcel is late")),
                        new Effect.SetVar("need", Value.of("order")));
    }

    @Test
    void whatTheAnswerNamesIsKept() {
        var named =
                new Classification(Optional.of("order"), 0.9, Map.of(), List.of(), Map.of("number", Value.of("A-17")));
        var settings = Ask.with().classify(HELP.saying("where is A-17", named)).settings();
        assertThat(step.run(settings, asked(settings).replied("where is A-17")).effects())
                .contains(new Effect.SetVar("entities", new Value.Fields(Map.of("number", Value.of("A-17")))));
    }

    @Test
    void aLabelIsTakenAsItIs() {
        assertThat(step.run(CHOICE, asked(CHOICE).replied("3")).next()).isEqualTo(Next.branch("other"));
    }

    @Test
    void anOpenQuestionTakesTheIntentItself() {
        assertThat(step.run(OPEN, asked(OPEN).replied("my parcel is late")).next())
                .isEqualTo(Next.branch("order"));
    }

    @Test
    void whatIsNotUnderstoodIsAskedAgainAndThenInvalid() {
        var once = step.run(OPEN, asked(OPEN).replied("xylophone"));
        assertThat(once.next()).isInstanceOf(Next.AwaitReply.class);
        assertThat(step.run(OPEN, started().after(once).replied("xylophone")).next())
                .isEqualTo(Next.branch("invalid"));
    }

    @Test
    void whoAsksForAPersonIsNotAskedAgain() {
        assertThat(step.run(CHOICE, asked(CHOICE).replied("a person")).next()).isEqualTo(Next.branch("handover"));
    }

    @Test
    void whoAsksForAPersonInsteadOfAnsweringIsNotAskedAgain() {
        var number = Ask.with().saveTo("order").settings();
        var outcome = step.run(number, asked(number).replied(FakeStepContext.PERSON));
        assertThat(outcome.next()).isEqualTo(Next.branch("handover"));
        assertThat(outcome.effects()).noneMatch(effect -> effect instanceof Effect.SetVar);

        var off = Ask.with().saveTo("order").withoutHandOver().settings();
        assertThat(step.run(off, asked(off).replied(FakeStepContext.PERSON)).next())
                .isEqualTo(Next.onward());
        var choice = Ask.with().choices("Prices", FakeStepContext.PERSON).settings();
        assertThat(step.run(choice, asked(choice).replied(FakeStepContext.PERSON))
                        .next())
                .isEqualTo(Next.branch(FakeStepContext.PERSON));
    }

    @Test
    void theMessageThatCameBeforeTheQuestionMayAnswerIt() {
        var settings = Ask.with().classify(HELP).acceptOpeningMessage().settings();
        assertThat(step.run(settings, started().fact("text", Value.of("my parcel is late")))
                        .next())
                .isEqualTo(Next.branch("order"));
        assertThat(step.run(settings, started().fact("text", Value.of("hello"))).next())
                .isInstanceOf(Next.AwaitReply.class);
    }

    @Test
    void whatIsUnderstoodElsewhereGoesOnTheSame() {
        var settings = Ask.with()
                .classify(HELP.elsewhere())
                .acceptOpeningMessage()
                .maxAttempts(2)
                .settings();
        var nothing = new Input.Performed(new ActionResult.Failed("timeout", false));
        var about = new Input.Performed(
                new ActionResult.Ok(Classification.of("order", 0.9).asValue()));

        var opening = step.run(settings, started().fact("text", Value.of("hello")));
        assertThat(opening.next()).isInstanceOf(Next.Perform.class);
        assertThat(opening.effects()).isEmpty();

        var question = step.run(settings, started().after(opening).input(nothing));
        assertThat(question.next()).isInstanceOf(Next.AwaitReply.class);

        var answer = step.run(settings, started().after(question).replied("my parcel is late"));
        assertThat(answer.next()).isInstanceOf(Next.Perform.class);
        assertThat(step.run(settings, started().after(answer).input(about)).next())
                .isEqualTo(Next.branch("order"));
    }

    @Test
    void noAnswerFromElsewhereInTimeIsNoTimeoutOfTheContact() {
        var settings = Ask.with()
                .classify(HELP.elsewhere())
                .acceptOpeningMessage()
                .maxAttempts(2)
                .settings();
        var opening = step.run(settings, started().fact("text", Value.of("hello")));
        var question = step.run(settings, started().after(opening).timedOut());
        assertThat(question.next()).isInstanceOf(Next.AwaitReply.class);

        var answer = step.run(settings, started().after(question).replied("my parcel is late"));
        var again = step.run(settings, started().after(answer).timedOut());
        assertThat(again.next()).isInstanceOf(Next.AwaitReply.class);
        assertThat(step.run(settings, started().after(again).timedOut()).next()).isEqualTo(Next.branch("timeout"));
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        assertThatThrownBy(
                        () -> Ask.with().choices("Red", "Green").classify(HELP).settings())
                .hasMessageContaining("buy, order");
        assertThatThrownBy(
                        () -> Ask.with().type(AnswerType.NUMBER).classify(HELP).settings())
                .hasMessageContaining("number");
        assertThatThrownBy(() -> Ask.with().type(AnswerType.INTENT).settings()).hasMessageContaining("classify");
        assertThatThrownBy(() -> Ask.with().acceptOpeningMessage().settings()).hasMessageContaining("classify");
    }
}
