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
import dev.frontdesk.plugin.ai.chat.ChatSettings;
import dev.frontdesk.plugin.ai.chat.Question;
import dev.frontdesk.plugin.ai.chat.Said;
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

    /** A workflow that leads back here more often than this goes round. */
    private static final int MOST_VISITS = 50;

    private static final int LONGEST_ANSWER = 4_000;

    /** The action gives up first, so that its own words are recorded. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Knowledge knowledge;
    private final Optional<ChatSettings> chat;

    @Inject
    public AiStep(Knowledge knowledge, Optional<ChatSettings> chat) {
        this.knowledge = knowledge;
        this.chat = chat;
    }

    @Override
    public Shape shape(AiSettings settings) {
        for (var name : settings.knowledge()) {
            if (!knowledge.has(name)) {
                throw new IllegalArgumentException("there is no '" + name + "' under config/knowledge");
            }
        }
        if (settings.maxCost().isPresent() && chat.filter(ChatSettings::isFree).isPresent()) {
            throw new IllegalArgumentException("max-cost would never hold, since actions.ai-chat tells no prices; set"
                    + " input-price and output-price there, or leave max-cost out");
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
            shape = shape.writing(field.name(), field.type().value());
        }
        return settings.handOverTo().isEmpty()
                ? shape
                : shape.writing(TEAM, Value.Text.class).writing(TEAM_RULE, Value.Text.class);
    }

    @Override
    public StepOutcome run(AiSettings settings, StepContext now) {
        var dialogue = Dialogue.from(now.memory(), now.facts());
        return switch (now.input()) {
            case Input.Started _ -> entered(settings, now);
            case Input.Replied replied -> heard(words(replied.content()), dialogue, settings, now);
            case Input.Performed performed -> performed(performed.result(), dialogue, settings, now);
            case Input.TimedOut _ -> ended(List.of(), "the contact did not answer", TIMEOUT, dialogue, settings);
            default -> waiting(List.of(), dialogue, settings);
        };
    }

    /**
     * A workflow may come back. The talk then goes on where it was left, with what it has taken so far: the opening was answered, and
     * unless there is something new to say the contact is waited for.
     */
    private static StepOutcome entered(AiSettings settings, StepContext now) {
        var opening = opening(settings, now.facts());
        var kept = Dialogue.kept(settings, now.facts());
        var dialogue = kept.visited(opening);
        if (dialogue.visits() > MOST_VISITS) {
            return goesRound(dialogue, settings);
        }
        if (kept.visits() == 0 || !dialogue.opening().equals(kept.opening())) {
            return heard(opening, dialogue, settings, now);
        }
        return kept.unanswered()
                ? askedAgain(List.of(), dialogue, settings, now)
                : waiting(List.of(), dialogue, settings);
    }

    /** Handing over was the way out once; where that led back, the run ends and the default team has the conversation. */
    private static StepOutcome goesRound(Dialogue dialogue, AiSettings settings) {
        var why = "the workflow has come back here " + MOST_VISITS + " times";
        return dialogue.visits() == MOST_VISITS + 1
                ? handedOver(List.of(), why, dialogue, settings)
                : StepOutcome.of(List.of(new Effect.Explain("The AI stops: " + why)), new Next.Finish(why));
    }

    /** What the contact sent first may have no words, a picture for instance; it is something they said all the same. */
    private static String opening(AiSettings settings, Facts facts) {
        var text = settings.about().render(facts).strip();
        boolean sentWithoutWords = settings.about().names().contains("text")
                && facts.text("source").equals("contact")
                && facts.get("text").isPresent();
        return text.isEmpty() && sentWithoutWords ? "(the contact sent something without words)" : text;
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
        var handOver = wish(text, settings, now).or(() -> limit(dialogue, settings));
        return handOver.isPresent()
                ? handedOver(List.of(), handOver.get(), dialogue.hearing(text), settings)
                : asking(List.of(), dialogue.heard(text), settings, now);
    }

    /** What is decided without the model, so that nobody can talk it out of it. */
    private static Optional<String> wish(String text, AiSettings settings, StepContext now) {
        if (now.asksForPerson(text)) {
            return Optional.of("the contact asked for a person");
        }
        Facts saying = path ->
                path.equals("text") ? Optional.of(Value.of(text)) : now.facts().get(path);
        if (settings.handOverWhen().filter(condition -> condition.test(saying)).isPresent()) {
            return Optional.of("it holds that " + settings.handOverWhen().get().source());
        }
        return Optional.empty();
    }

    private static Optional<String> limit(Dialogue dialogue, AiSettings settings) {
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

    /** Nothing the model wants comes before what the contact has written while it was asked. */
    private static StepOutcome performed(ActionResult result, Dialogue dialogue, AiSettings settings, StepContext now) {
        var said = result instanceof ActionResult.Ok(var value) ? Said.from(value) : Optional.<Said>empty();
        var why = result instanceof ActionResult.Failed failed ? failed.why() : "no answer came";
        var paid = said.map(one -> dialogue.paying(one.cost())).orElse(dialogue);
        var added = now.meanwhile().stream()
                .map(AiStep::words)
                .filter(text -> !text.isEmpty())
                .toList();
        var longer = paid.hearing(added);
        var wish = added.stream()
                .flatMap(text -> wish(text, settings, now).stream())
                .findFirst();
        if (wish.isPresent()) {
            var record = said.map(AiStep::dropped).orElseGet(() -> noAnswer(why));
            return counting(paid, handedOver(List.of(record), wish.get(), longer, settings));
        }
        if (said.isEmpty()) {
            return ended(
                    List.of(noAnswer(why)), ChatAction.withoutWords(why), FAILED, longer.unanswered(true), settings);
        }
        if (said.get().unusable().isPresent()) {
            return counting(paid, unusable(said.get(), longer, settings, now));
        }
        return counting(
                paid,
                added.isEmpty() || paid.calls() > MOST_INTERRUPTIONS
                        ? answered(said.get(), paid, added, settings, now)
                        : askedAgain(List.of(dropped(said.get())), longer, settings, now));
    }

    /** A close ends the run, so what is counted comes before it. */
    private static StepOutcome counting(Dialogue paid, StepOutcome outcome) {
        boolean goesOn = outcome.next() instanceof Next.Perform
                && outcome.effects().stream().noneMatch(Effect.Send.class::isInstance);
        var effects = new ArrayList<>(paid.counted(!goesOn));
        effects.addAll(outcome.effects());
        return new StepOutcome(effects, outcome.memory(), outcome.next());
    }

    /** It was paid for, though nobody can use it. */
    private static StepOutcome unusable(Said said, Dialogue dialogue, AiSettings settings, StepContext now) {
        var why = said.unusable().orElseThrow();
        var record = new Effect.Explain(Wording.of(said, List.of(), why.why()));
        return why.retry()
                ? askedAgain(List.of(record), dialogue, settings, now)
                : ended(List.of(record), why.why(), FAILED, dialogue.unanswered(true), settings);
    }

    /** The contact has gone on writing: what was answered to half of it is dropped, and all of it asked. */
    private static Effect dropped(Said said) {
        return new Effect.Explain(Wording.of(said, List.of(), "dropped: the contact has written more meanwhile"));
    }

    private static Effect noAnswer(String why) {
        return new Effect.Explain("AI: no answer: " + why);
    }

    /** Within the limits, which hold for every further call. */
    private static StepOutcome askedAgain(
            List<Effect> effects, Dialogue dialogue, AiSettings settings, StepContext now) {
        var limit = dialogue.calls() >= MOST_CALLS
                ? Optional.of("it did not come to an answer in " + MOST_CALLS + " calls")
                : limit(dialogue, settings);
        return limit.isPresent()
                ? handedOver(effects, limit.get(), dialogue, settings)
                : asking(effects, dialogue, settings, now);
    }

    /** @param added what the contact wrote besides, and the answer does not know */
    private static StepOutcome answered(
            Said said, Dialogue dialogue, List<String> added, AiSettings settings, StepContext now) {
        if (settings.minConfidence().isPresent() && isUnsure(said, settings)) {
            var record = Wording.of(said, List.of(), "dropped: not sure enough");
            var why = "it was not sure enough of its answer";
            return handedOver(List.of(new Effect.Explain(record)), why, dialogue.hearing(added), settings);
        }
        var verdicts = new Judge(settings).judge(said.calls());
        var ending = verdicts.stream()
                .flatMap(verdict -> verdict.ending().stream())
                .max(Comparator.comparingInt(Ending::weight));
        var text = said.text().length() <= LONGEST_ANSWER
                ? said.text()
                : said.text().substring(0, LONGEST_ANSWER) + "…";
        boolean tooEarly = !added.isEmpty() && ending.isPresent() && !(ending.get() instanceof Ending.HandOver);
        boolean silent = tooEarly || ending.filter(Ending::isSilent).isPresent();
        var effects = new ArrayList<Effect>();
        verdicts.forEach(verdict -> verdict.effect().ifPresent(effects::add));
        effects.add(new Effect.Explain(Wording.of(said, verdicts, then(text, silent))));
        if (!text.isEmpty() && !silent) {
            effects.add(new Effect.Send(Content.text(text)));
        }
        if (tooEarly) { // nobody is sent away with an answer to half of what they wrote
            return handedOver(effects, "the contact writes faster than it answers", dialogue.hearing(added), settings);
        }
        if (ending.isPresent()) {
            var left = silent ? dialogue : dialogue.left(text, said.calls(), verdicts);
            return end(ending.get(), effects, left.hearing(added), settings);
        }
        if (text.isEmpty()) {
            var told = dialogue.acted(said.calls(), verdicts).hearing(added);
            return askedAgain(effects, told, settings, now);
        }
        var spoken = dialogue.said(text);
        return added.isEmpty()
                ? waiting(effects, spoken, settings)
                : askedAgain(effects, spoken.heard(added), settings, now);
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

    private static StepOutcome end(Ending ending, List<Effect> effects, Dialogue dialogue, AiSettings settings) {
        return switch (ending) {
            case Ending.HandOver(var team, var reason) -> {
                var why = reason.isEmpty() ? "the model handed over" : reason;
                var more = new ArrayList<>(effects);
                team.ifPresent(one -> {
                    more.add(new Effect.SetVar(TEAM, Value.of(one.value())));
                    more.add(new Effect.SetVar(TEAM_RULE, Value.of("the AI handed over: " + why)));
                });
                yield ended(more, why, HAND_OVER, dialogue, settings);
            }
            case Ending.Close(var category, var summary) -> {
                var more = new ArrayList<>(effects);
                more.add(new Effect.Close(Optional.of(category), summary));
                yield StepOutcome.of(more, new Next.Finish("closed"));
            }
            case Ending.Leave(var branch) -> ended(effects, "it left to " + branch, branch, dialogue, settings);
            case Ending.Finish() -> ended(effects, "the concern is settled", DONE, dialogue, settings);
        };
    }

    private static StepOutcome handedOver(List<Effect> effects, String why, Dialogue dialogue, AiSettings settings) {
        var more = new ArrayList<>(effects);
        more.add(new Effect.Explain("The AI hands over: " + why));
        return ended(more, why, HAND_OVER, dialogue, settings);
    }

    /** What was said goes with the run, in case it comes back. */
    private static StepOutcome ended(
            List<Effect> effects, String why, String branch, Dialogue dialogue, AiSettings settings) {
        var more = new ArrayList<>(effects);
        more.add(new Effect.SetVar(WHY, Value.of(why)));
        more.add(new Effect.SetVar(Dialogue.variable(settings), dialogue.asMemory()));
        return StepOutcome.of(more, Next.branch(branch));
    }

    private static StepOutcome waiting(List<Effect> effects, Dialogue dialogue, AiSettings settings) {
        return new StepOutcome(effects, dialogue.asMemory(), new Next.AwaitReply(Optional.of(settings.timeout())));
    }
}
