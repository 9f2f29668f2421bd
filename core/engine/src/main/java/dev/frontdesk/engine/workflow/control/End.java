package dev.frontdesk.engine.workflow.control;

import dev.frontdesk.api.workflow.Next;

/** The word that stands for the end of a workflow where a step could be named. */
public final class End {
    public static final String WORD = "end";

    private End() {}

    static Next or(String step) {
        return step.equals(WORD) ? new Next.Finish(WORD) : new Next.Jump(step);
    }
}
