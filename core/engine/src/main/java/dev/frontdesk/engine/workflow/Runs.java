package dev.frontdesk.engine.workflow;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the engine keeps for itself among the variables of a run. */
public final class Runs {
    /** Whether the queue is to be left when the wait is over. */
    private static final String LEAVE = "_leave-queue";

    /** The last message whose delivery is awaited. */
    private static final String DELIVERY = "_delivery";

    /** What the contact wrote while an action was performed. */
    private static final String MEANWHILE = "_meanwhile";

    private static final int MOST_MEANWHILE = 20;
    private static final int LONGEST_MEANWHILE = 4_000;

    private Runs() {}

    static Run awaiting(Run run, long message) {
        return run.with(DELIVERY, Value.of(Long.toString(message)));
    }

    /** True for the last message whose delivery the run awaits. */
    public static boolean awaits(Run run, long message) {
        return run.vars().get(DELIVERY).asText().equals(Long.toString(message));
    }

    /** The contact wrote something that nobody asked for: the step that is at work may want to know. */
    public static Run hearing(Run run, Content content) {
        var heard = new ArrayList<>(heard(run));
        var text = content.plainText();
        if (heard.size() >= MOST_MEANWHILE) {
            return run;
        }
        heard.add(Value.ofTexts(List.of(
                content.kind(), text.length() <= LONGEST_MEANWHILE ? text : text.substring(0, LONGEST_MEANWHILE))));
        return run.with(MEANWHILE, new Value.Items(heard));
    }

    static List<Content> meanwhile(Run run) {
        return heard(run).stream()
                .map(one -> one instanceof Value.Items(var parts) && parts.size() == 2
                        ? content(parts.getFirst().asText(), parts.getLast().asText())
                        : Content.text(""))
                .toList();
    }

    private static Content content(String kind, String text) {
        return Set.of(Content.TEXT, Content.RICH, Content.PICKED).contains(kind)
                ? Content.text(text)
                : new Content.Unsupported(kind, text);
    }

    private static List<Value> heard(Run run) {
        return run.vars().get(MEANWHILE) instanceof Value.Items(var heard) ? heard : List.of();
    }

    static Run forgetting(Run run) {
        return heard(run).isEmpty() ? run : run.with(MEANWHILE, Value.NIL);
    }

    static Run leaving(Run run, boolean leaveQueue) {
        return leaveQueue == leavesQueue(run) ? run : run.with(LEAVE, Value.of(leaveQueue));
    }

    public static boolean leavesQueue(Run run) {
        return run.vars().get(LEAVE).equals(Value.of(true));
    }
}
