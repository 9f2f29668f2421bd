package dev.frontdesk.plugin.ai;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.plugin.ai.chat.Calling;
import dev.frontdesk.plugin.ai.chat.Turn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What the step remembers: the end of the dialogue, and what it has taken so far. It stays with the run when the workflow goes on, so
 * that a workflow that comes back neither begins again nor counts from zero.
 *
 * @param answers how often the model has spoken, or left
 * @param calls how often it was asked since the contact last wrote
 * @param cost of all calls
 * @param visits how often the workflow has come here
 * @param opening what the last visit began with
 * @param unanswered whether the contact still waits for an answer
 */
record Dialogue(
        List<Turn> turns, int answers, int calls, BigDecimal cost, int visits, String opening, boolean unanswered) {
    /** The variable that says what all calls of the run have cost. */
    static final String COST = "ai_cost";

    /** The variable that says how often the model has answered in the run. */
    static final String TURNS = "ai_turns";

    private static final BigDecimal MOST_COUNTED = BigDecimal.valueOf(1_000_000);
    private static final int MOST_TURNS = 40;
    private static final int MOST_CHARACTERS = 12_000;
    private static final int LONGEST_TURN = 4_000;

    /** Of all calls of one answer together: a model may write a megabyte. */
    private static final int LONGEST_ARGUMENTS = 2_000;

    Dialogue {
        turns = List.copyOf(turns);
    }

    /** Nothing was said yet; what the run has taken at this step and others before counts. */
    private static Dialogue begun(Facts facts) {
        int answers = number(facts, TURNS).min(MOST_COUNTED).intValue();
        return new Dialogue(List.of(), answers, 0, number(facts, COST), 0, "", false);
    }

    private static BigDecimal number(Facts facts, String variable) {
        return facts.get(variable).orElse(Value.NIL) instanceof Value.Num(var number) && number.signum() > 0
                ? number
                : BigDecimal.ZERO;
    }

    /** For the run's variables, which outlive the step. */
    List<Effect> counted(boolean oneMore) {
        return List.of(
                new Effect.SetVar(COST, new Value.Num(cost)),
                new Effect.SetVar(TURNS, Value.of(answers + (oneMore ? 1 : 0))));
    }

    /** The variable of the run that keeps it; its name cannot be written in a workflow. */
    static String variable(AiSettings settings) {
        return "_ai." + settings.id();
    }

    /** As the workflow last went on from this step. */
    static Dialogue kept(AiSettings settings, Facts facts) {
        var here = from(facts.get(variable(settings)).orElse(Value.NIL), facts);
        var all = begun(facts);
        int answers = Math.max(here.answers, all.answers);
        return new Dialogue(
                here.turns, answers, here.calls, here.cost.max(all.cost), here.visits, here.opening, here.unanswered);
    }

    /** Memory that this step did not write counts as none. */
    static Dialogue from(Value memory, Facts facts) {
        if (memory instanceof Value.Fields fields
                && fields.get("turns") instanceof Value.Items(var turns)
                && fields.get("answers") instanceof Value.Num(var answers)
                && fields.get("calls") instanceof Value.Num(var calls)
                && fields.get("cost") instanceof Value.Num(var cost)
                && fields.get("visits") instanceof Value.Num(var visits)) {
            return new Dialogue(
                    turns.stream().map(Turn::from).toList(),
                    answers.intValue(),
                    calls.intValue(),
                    cost,
                    visits.intValue(),
                    fields.get("opening").asText(),
                    fields.get("unanswered").equals(Value.of(true)));
        }
        return begun(facts);
    }

    Value asMemory() {
        return Value.EMPTY
                .with("turns", new Value.Items(turns.stream().map(Turn::asValue).toList()))
                .with("answers", Value.of(answers))
                .with("calls", Value.of(calls))
                .with("cost", new Value.Num(cost))
                .with("visits", Value.of(visits))
                .with("opening", Value.of(opening))
                .with("unanswered", Value.of(unanswered));
    }

    /** The workflow has come here, with this to answer. */
    Dialogue visited(String text) {
        var first = text.isEmpty() ? opening : shortened(text);
        return new Dialogue(turns, answers, calls, cost, visits + 1, first, false);
    }

    Dialogue unanswered(boolean waits) {
        return new Dialogue(turns, answers, calls, cost, visits, opening, waits);
    }

    /** The contact's turn. */
    Dialogue heard(String text) {
        return hearing(text).counting(0);
    }

    Dialogue heard(List<String> texts) {
        return hearing(texts).counting(0);
    }

    /** The contact goes on while the model is at work. */
    Dialogue hearing(String text) {
        return with(Turn.contact(shortened(text)));
    }

    Dialogue hearing(List<String> texts) {
        var longer = this;
        for (var text : texts) {
            longer = longer.hearing(text);
        }
        return longer;
    }

    Dialogue said(String text) {
        return with(Turn.model(text, List.of())).answering();
    }

    /** The model has acted without a word, and is told what became of that. */
    Dialogue acted(List<Calling> calls, List<Verdict> verdicts) {
        return acted("", calls, verdicts);
    }

    /** What another step does for it counts as an answer: else going round would count for nothing. */
    Dialogue left(String text, List<Calling> calls, List<Verdict> verdicts) {
        return acted(text, calls, verdicts).answering();
    }

    private Dialogue acted(String text, List<Calling> calls, List<Verdict> verdicts) {
        int most = LONGEST_ARGUMENTS / Math.max(1, calls.size());
        var longer = with(Turn.model(
                text, calls.stream().map(call -> call.shortened(most)).toList()));
        for (var verdict : verdicts) {
            longer = longer.with(
                    Turn.result(verdict.call(), (verdict.isRefused() ? "refused: " : "done: ") + verdict.words()));
        }
        return longer;
    }

    private Dialogue with(Turn turn) {
        var more = new ArrayList<>(turns);
        more.add(turn);
        return new Dialogue(trimmed(more), answers, calls, cost, visits, opening, unanswered);
    }

    Dialogue asked() {
        return counting(calls + 1);
    }

    Dialogue paying(BigDecimal price) {
        return new Dialogue(turns, answers, calls, cost.add(price), visits, opening, unanswered);
    }

    private Dialogue answering() {
        return new Dialogue(turns, answers + 1, calls, cost, visits, opening, unanswered);
    }

    private Dialogue counting(int number) {
        return new Dialogue(turns, answers, number, cost, visits, opening, unanswered);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TURN ? text : text.substring(0, LONGEST_TURN) + "…";
    }

    /** The oldest go first, and with a call its results; what the contact wrote last always stays. */
    private static List<Turn> trimmed(List<Turn> turns) {
        int from = 0;
        while (turns.size() - from > MOST_TURNS || characters(turns.subList(from, turns.size())) > MOST_CHARACTERS) {
            int next = from + 1;
            while (next < turns.size() && turns.get(next).who() != Turn.Who.CONTACT) {
                next++;
            }
            if (next == turns.size()) {
                break;
            }
            from = next;
        }
        return turns.subList(from, turns.size());
    }

    private static int characters(List<Turn> turns) {
        return turns.stream().mapToInt(turn -> turn.text().length()).sum();
    }
}
