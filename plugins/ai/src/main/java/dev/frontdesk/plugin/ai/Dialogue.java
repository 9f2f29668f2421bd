package dev.frontdesk.plugin.ai;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.plugin.ai.chat.Turn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What the step remembers: the end of the dialogue, and what it has taken so far.
 *
 * @param answers how often the model has spoken
 * @param calls how often it was asked since the contact last wrote
 * @param cost of all calls
 */
record Dialogue(List<Turn> turns, int answers, int calls, BigDecimal cost) {
    /** The variable that says what all calls of the run have cost. */
    static final String COST = "ai_cost";

    /** The variable that says how often the model has answered in the run. */
    static final String TURNS = "ai_turns";

    private static final BigDecimal MOST_COUNTED = BigDecimal.valueOf(1_000_000);
    private static final int MOST_TURNS = 40;
    private static final int MOST_CHARACTERS = 12_000;
    private static final int LONGEST_TURN = 4_000;

    Dialogue {
        turns = List.copyOf(turns);
    }

    /** Nothing was said yet; what the run has taken before, when it comes here again, counts. */
    static Dialogue begun(Facts facts) {
        int answers = number(facts, TURNS).min(MOST_COUNTED).intValue();
        return new Dialogue(List.of(), answers, 0, number(facts, COST));
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

    /** Memory that this step did not write counts as none. */
    static Dialogue from(Value memory, Facts facts) {
        if (memory instanceof Value.Fields fields
                && fields.get("turns") instanceof Value.Items(var turns)
                && fields.get("answers") instanceof Value.Num(var answers)
                && fields.get("calls") instanceof Value.Num(var calls)
                && fields.get("cost") instanceof Value.Num(var cost)) {
            return new Dialogue(turns.stream().map(Turn::from).toList(), answers.intValue(), calls.intValue(), cost);
        }
        return begun(facts);
    }

    Value asMemory() {
        return Value.EMPTY
                .with("turns", new Value.Items(turns.stream().map(Turn::asValue).toList()))
                .with("answers", Value.of(answers))
                .with("calls", Value.of(calls))
                .with("cost", new Value.Num(cost));
    }

    /** The contact's turn. */
    Dialogue heard(String text) {
        return hearing(text).counting(0);
    }

    /** The contact goes on while the model is at work. */
    Dialogue hearing(String text) {
        return with(Turn.contact(shortened(text)));
    }

    Dialogue said(String text) {
        return new Dialogue(with(Turn.model(text, List.of())).turns, answers + 1, calls, cost);
    }

    Dialogue with(Turn turn) {
        var more = new ArrayList<>(turns);
        more.add(turn);
        return new Dialogue(trimmed(more), answers, calls, cost);
    }

    Dialogue asked() {
        return counting(calls + 1);
    }

    Dialogue paying(BigDecimal price) {
        return new Dialogue(turns, answers, calls, cost.add(price));
    }

    private Dialogue counting(int number) {
        return new Dialogue(turns, answers, number, cost);
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
