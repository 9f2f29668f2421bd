package dev.frontdesk.engine.workflow.control;

import dev.frontdesk.api.Condition;
import dev.frontdesk.api.Setting;
import java.util.List;

/** Settings of {@code branch}: the first case that holds decides. */
public record Branch(
        @Setting(shorthand = true, doc = "The cases, asked in order.")
        List<Case> cases,

        @Setting(step = true, doc = "The step to go to when no case holds; end ends the workflow.")
        String else_) {

    public Branch {
        cases = List.copyOf(cases);
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("a branch needs at least one case { when, goto }");
        }
    }

    /** One case. */
    public record Case(
            @Setting(doc = "What must hold.") Condition when,

            @Setting(step = true, doc = "The step to go to, or end.")
            String goto_) {}
}
