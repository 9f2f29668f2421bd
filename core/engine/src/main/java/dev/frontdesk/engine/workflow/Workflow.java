package dev.frontdesk.engine.workflow;

import dev.frontdesk.api.Condition;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One published version of a workflow, ready to run. Immutable; safe for use by many threads.
 *
 * @param version the id of the stored version, which runs pin
 * @param when must hold for it to start; absent means always
 * @param priority higher ones are asked first
 * @param steps by id, in the order they are written
 */
public record Workflow(
        String name,
        long version,
        Trigger trigger,
        Optional<Condition> when,
        int priority,
        boolean oncePerContact,
        LinkedHashMap<String, Node<?>> steps) {

    public enum Trigger {
        CONVERSATION_OPENED,
        MESSAGE_RECEIVED,
        CONVERSATION_CLOSED
    }

    /** What a trigger tells a workflow: names and types of the attributes it may use. */
    public static final Map<String, Class<? extends Value>> ATTRIBUTES = Map.of(
            "source", Value.Text.class,
            "channel", Value.Text.class,
            "text", Value.Text.class,
            "language", Value.Text.class,
            "returning", Value.Bool.class,
            "last_agent", Value.Text.class,
            "handler", Value.Text.class,
            "category", Value.Text.class,
            "assignee", Value.Text.class);

    /**
     * One step.
     *
     * @param branches branch name → id of the step it leads to
     * @param next the step written next, empty for the last
     * @param where file and line
     */
    public record Node<S extends Record>(
            String id,
            String type,
            Step<S> step,
            S settings,
            Shape shape,
            Map<String, String> branches,
            String next,
            String where) {
        public Node {
            branches = Map.copyOf(branches);
        }
    }

    public boolean interactive() {
        return steps.values().stream().anyMatch(node -> node.shape().interactive());
    }

    public Node<?> first() {
        return steps.firstEntry().getValue();
    }

    /** The names of all steps in order: for the trail people look at. */
    public List<String> outline() {
        return List.copyOf(steps.keySet());
    }
}
