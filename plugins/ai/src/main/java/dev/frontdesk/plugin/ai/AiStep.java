package dev.frontdesk.plugin.ai;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.workflow.ActionCall;
import dev.frontdesk.api.workflow.ActionResult;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;
import dev.frontdesk.plugin.ai.chat.ChatAction;
import dev.frontdesk.plugin.ai.chat.Question;
import dev.frontdesk.plugin.ai.chat.Said;
import dev.frontdesk.plugin.ai.chat.Turn;
import dev.frontdesk.plugin.ai.knowledge.Knowledge;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A language model talks with the contact until their concern is settled or a person takes over. It asks the model by an action and
 * judges what comes back: what is allowed happens first, then the contact hears the text; after a hand-over or a close they hear nothing.
 */
public final class AiStep implements Step<AiSettings> {
    static final String DONE = "done";
    static final String HAND_OVER = "handover";
    static final String FAILED = "failed";
    static final String TIMEOUT = "timeout";

    /** The variable that says why the step ended. */
    static final String WHY = "ai_why";

    /** What {@code assign} looks for, see the plugin routing. */
    static final String TEAM = "team";

    static final String TEAM_RULE = "team_rule";

    private static final int ATTEMPTS = 3;
    private static final int MOST_CALLS = 5;
    private static final int MOST_INTERRUPTIONS = 3;
    private static final int LONGEST_ANSWER = 4_000;

    /** The action gives up first, so that its own words are recorded. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Knowledge knowledge;

    @Inject
    public AiStep(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public Shape shape(AiSettings settings) {
        for (var name : settings.knowledge()) {
            if (!knowledge.has(name)) {
                throw new IllegalArgumentException("there is no '" + name + "' under config/knowledge");
            }
        }
        var shape = Shape.plain()
                .thatInteracts()
                .branching(DONE)
                .branching(HAND_OVER)
                .branching(FAILED)
                .branching(TIMEOUT)
                .writing(WHY, Value.Text.class)
                .writing(Dialogue.COST, Value.Num.class)
                .writing(Dialogue.TURNS, Value.Num.class);
        for (var exit : settings.exits()) {
            shape = shape.branching(exit.name());
        }
        for (var field : settings.mayWrite()) {
            shape = field.isVariable()
                    ? shape.writing(field.name(), field.type().value())
                    : shape;
        }
        return settings.handOverTo().isEmpty()
                ? shape
                : shape.writing(TEAM, Value.Text.class).writing(TEAM_RULE, Value.Text.class);
    }

    @Override
    public StepOutcome run(AiSettings settings, StepContext now) {
        var dialogue = Dialogue.from(now.memory(), now.facts());
        return switch (now.input()) {
            case Input.Started _ ->
                heard(settings.about().render(now.facts()).strip(), Dialogue.begun(now.facts()), settings, now);
            case Input.Replied replied -> heard(words(replied.content()), dialogue, settings, now);
            case Input.Performed performed -> performed(performed.result(), dialogue, settings, now);
            case Input.TimedOut _ -> ended(List.of(), "the contact did not answer", TIMEOUT);
            default -> waiting(List.of(), dialogue, settings);
        };
    }

    private static String words(Content content) {
        var text = content.plainText().strip();
        boolean words = Set.of(Content.TEXT, Content.RICH, Content.PICKED).contains(content.kind());
        var what = content instanceof Content.Unsupported(var own, var _) ? own : content.kind();
        return words ? text : ("(the contact sent: " + what + ") " + text).strip();
    }

    private static StepOutcome heard(String text, Dialogue dialogue, AiSettings settings, StepContext now) {
        if (text.isEmpty()) {
            return waiting(List.of(), dialogue, settings);
        }
        var handOver = reasonToHandOver(text, dialogue, settings, now);
        return handOver.isPresent()
                ? handedOver(List.of(), handOver.get())
                : asking(List.of(), dialogue.heard(text), settings, now);
    }

    /** What is decided without the model, so that nobody can talk it out of it. */
    private static Optional<String> reasonToHandOver(
            String text, Dialogue dialogue, AiSettings settings, StepContext now) {
        if (now.asksForPerson(text)) {
            return Optional.of("the contact asked for a person");
        }
        Facts saying = path ->
                path.equals("text") ? Optional.of(Value.of(text)) : now.facts().get(path);
        if (settings.handOverWhen().filter(condition -> condition.test(saying)).isPresent()) {
            return Optional.of("it holds that " + settings.handOverWhen().get().source());
        }
        if (dialogue.answers() >= settings.maxTurns()) {
            return Optional.of("it has answered " + dialogue.answers() + " times, max-turns");
        }
        return tooDear(dialogue, settings);
    }

    private static Optional<String> tooDear(Dialogue dialogue, AiSettings settings) {
        return settings.maxCost()
                .filter(most -> dialogue.cost().compareTo(most) >= 0)
                .map(most ->
                        "it has cost " + dialogue.cost().toPlainString() + ", max-cost is " + most.toPlainString());
    }

    private static StepOutcome asking(List<Effect> effects, Dialogue dialogue, AiSettings settings, StepContext now) {
        var instructions = Instructions.of(settings, now);
        var question = new Question(
                instructions.text(),
                instructions.facts(),
                dialogue.turns(),
                Toolbox.of(settings),
                settings.knowledge(),
                now.facts().text("contact.name"),
                settings.minConfidence().isPresent(),
                now.now().plus(settings.patience()));
        var call = new ActionCall(
                ChatAction.NAME, question.asValue(), settings.patience().plus(GRACE), ATTEMPTS);
        return new StepOutcome(effects, dialogue.asked().asMemory(), new Next.Perform(call));
    }

    private static StepOutcome performed(ActionResult result, Dialogue dialogue, AiSettings settings, StepContext now) {
        if (result instanceof ActionResult.Ok(var value)) {
            var said = Said.from(value);
            if (said.isPresent()) {
                var paid = dialogue.paying(said.get().cost());
                return counting(
                        paid,
                        now.meanwhile().isEmpty() || paid.calls() > MOST_INTERRUPTIONS
                                ? answered(said.get(), paid, settings, now)
                                : interrupted(said.get(), paid, settings, now));
            }
        }
        var why = result instanceof ActionResult.Failed failed ? failed.why() : "no answer came";
        return ended(List.of(new Effect.Explain("AI: no answer: " + why)), why, FAILED);
    }

    /** A close ends the run, so what is counted comes before it. */
    private static StepOutcome counting(Dialogue paid, StepOutcome outcome) {
        var effects = new ArrayList<>(paid.counted(!(outcome.next() instanceof Next.Perform)));
        effects.addAll(outcome.effects());
        return new StepOutcome(effects, outcome.memory(), outcome.next());
    }

    /** The contact has gone on writing: what was answered to half of it is dropped, and all of it asked. */
    private static StepOutcome interrupted(Said said, Dialogue dialogue, AiSettings settings, StepContext now) {
        var effects = List.<Effect>of(
                new Effect.Explain(Wording.of(said, List.of(), "dropped: the contact has written more meanwhile")));
        for (var content : now.meanwhile()) {
            var handOver = reasonToHandOver(words(content), dialogue, settings, now);
            if (handOver.isPresent()) {
                return handedOver(effects, handOver.get());
            }
        }
        return asking(effects, hearing(dialogue, now), settings, now);
    }

    private static Dialogue hearing(Dialogue dialogue, StepContext now) {
        var longer = dialogue;
        for (var content : now.meanwhile()) {
            var text = words(content);
            longer = text.isEmpty() ? longer : longer.hearing(text);
        }
        return longer;
    }

    private static StepOutcome answered(Said said, Dialogue dialogue, AiSettings settings, StepContext now) {
        if (settings.minConfidence().isPresent() && isUnsure(said, settings)) {
            var record = Wording.of(said, List.of(), "dropped: not sure enough");
            return handedOver(List.of(new Effect.Explain(record)), "it was not sure enough of its answer");
        }
        var verdicts = new Judge(settings).judge(said.calls());
        var ending = verdicts.stream()
                .flatMap(verdict -> verdict.ending().stream())
                .max(Comparator.comparingInt(Ending::weight));
        var text = said.text().length() <= LONGEST_ANSWER
                ? said.text()
                : said.text().substring(0, LONGEST_ANSWER) + "…";
        boolean silent = ending.filter(Ending::isSilent).isPresent();
        var effects = new ArrayList<Effect>();
        verdicts.forEach(verdict -> verdict.effect().ifPresent(effects::add));
        effects.add(new Effect.Explain(Wording.of(said, verdicts, then(text, silent))));
        if (!text.isEmpty() && !silent) {
            effects.add(new Effect.Send(Content.text(text)));
        }
        if (ending.isPresent()) {
            return end(ending.get(), effects);
        }
        if (!text.isEmpty()) {
            return waiting(effects, hearing(dialogue.said(text), now), settings);
        }
        return goingOn(effects, said, verdicts, dialogue, settings, now);
    }

    private static boolean isUnsure(Said said, AiSettings settings) {
        return !said.text().isEmpty()
                && said.confidence()
                        .filter(sure -> sure.compareTo(settings.minConfidence().orElseThrow()) >= 0)
                        .isEmpty();
    }

    private static String then(String text, boolean silent) {
        if (text.isEmpty()) {
            return "says nothing";
        }
        return silent ? "what it said is withheld" : "says " + text.length() + " characters";
    }

    /** It has only acted: it is told what became of that, and asked for the rest. */
    private static StepOutcome goingOn(
            List<Effect> effects,
            Said said,
            List<Verdict> verdicts,
            Dialogue dialogue,
            AiSettings settings,
            StepContext now) {
        if (dialogue.calls() >= MOST_CALLS) {
            return handedOver(effects, "it did not come to an answer in " + MOST_CALLS + " calls");
        }
        var dear = tooDear(dialogue, settings);
        if (dear.isPresent()) {
            return handedOver(effects, dear.get());
        }
        var longer = dialogue.with(Turn.model("", said.calls()));
        for (var verdict : verdicts) {
            longer = longer.with(
                    Turn.result(verdict.call(), (verdict.isRefused() ? "refused: " : "done: ") + verdict.words()));
        }
        return asking(effects, hearing(longer, now), settings, now);
    }

    private static StepOutcome end(Ending ending, List<Effect> effects) {
        return switch (ending) {
            case Ending.HandOver(var team, var reason) -> {
                var why = reason.isEmpty() ? "the model handed over" : reason;
                var more = new ArrayList<>(effects);
                team.ifPresent(one -> {
                    more.add(new Effect.SetVar(TEAM, Value.of(one.value())));
                    more.add(new Effect.SetVar(TEAM_RULE, Value.of("the AI handed over: " + why)));
                });
                more.add(new Effect.SetVar(WHY, Value.of(why)));
                yield StepOutcome.of(more, Next.branch(HAND_OVER));
            }
            case Ending.Close(var category, var summary) -> {
                var more = new ArrayList<>(effects);
                more.add(new Effect.Close(Optional.of(category), summary));
                yield StepOutcome.of(more, new Next.Finish("closed"));
            }
            case Ending.Leave(var branch) -> ended(effects, "it left to " + branch, branch);
            case Ending.Finish() -> ended(effects, "the concern is settled", DONE);
        };
    }

    private static StepOutcome handedOver(List<Effect> effects, String why) {
        var more = new ArrayList<>(effects);
        more.add(new Effect.Explain("The AI hands over: " + why));
        return ended(more, why, HAND_OVER);
    }

    private static StepOutcome ended(List<Effect> effects, String why, String branch) {
        var more = new ArrayList<>(effects);
        more.add(new Effect.SetVar(WHY, Value.of(why)));
        return StepOutcome.of(more, Next.branch(branch));
    }

    private static StepOutcome waiting(List<Effect> effects, Dialogue dialogue, AiSettings settings) {
        return new StepOutcome(effects, dialogue.asMemory(), new Next.AwaitReply(Optional.of(settings.timeout())));
    }
}
