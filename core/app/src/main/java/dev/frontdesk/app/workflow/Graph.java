package dev.frontdesk.app.workflow;

import com.typesafe.config.ConfigOrigin;
import dev.frontdesk.api.Setting;
import dev.frontdesk.app.config.Names;
import dev.frontdesk.app.config.Problems;
import dev.frontdesk.engine.workflow.Workflow.Node;
import dev.frontdesk.engine.workflow.Workflow.Trigger;
import dev.frontdesk.engine.workflow.control.BranchStep;
import dev.frontdesk.engine.workflow.control.End;
import dev.frontdesk.engine.workflow.control.Jump;
import dev.frontdesk.engine.workflow.control.JumpStep;
import dev.frontdesk.engine.workflow.control.WaitStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the steps of a workflow lead. */
final class Graph {
    private final Map<String, Written> written = new HashMap<>();
    private final LinkedHashMap<String, Node<?>> nodes;
    private final Problems problems;

    Graph(List<Written> steps, LinkedHashMap<String, Node<?>> nodes, Problems problems) {
        steps.forEach(step -> written.put(step.id(), step));
        this.nodes = nodes;
        this.problems = problems;
    }

    void check(Optional<Trigger> trigger) {
        nodes.values().forEach(this::checkTargets);
        trigger.flatMap(Graph::whyNobodyWaits)
                .ifPresent(why -> nodes.values().forEach(node -> refuseInteractive(node, why)));
        warnOfUnreachable();
        refuseLoops();
    }

    private ConfigOrigin origin(String id) {
        var step = written.get(id);
        if (step == null) {
            throw new IllegalStateException("no step '" + id + "'");
        }
        return step.origin();
    }

    private void checkTargets(Node<?> node) {
        var step = written.get(node.id());
        if (step == null) {
            return;
        }
        step.branches().forEach((branch, target) -> {
            if (!node.shape().branches().contains(branch)) {
                problems.error(
                        target.origin(),
                        "step '" + node.id() + "' has no branch '" + branch + "'"
                                + Names.hint(branch, node.shape().branches()));
            }
            checkStep(target.step(), target.origin(), node.id(), true);
        });
        boolean knowsEnd = node.step() instanceof BranchStep || node.step() instanceof JumpStep;
        for (var named : named(node.settings())) {
            checkStep(named, step.origin(), node.id(), knowsEnd);
        }
    }

    private void checkStep(String target, ConfigOrigin origin, String from, boolean mayEnd) {
        if (!nodes.containsKey(target) && !(mayEnd && target.equals(End.WORD))) {
            problems.error(
                    origin,
                    "step '" + from + "' leads to '" + target + "', which is not there"
                            + Names.hint(target, nodes.keySet()));
        }
    }

    private static Optional<String> whyNobodyWaits(Trigger trigger) {
        return switch (trigger) {
            case CONVERSATION_OPENED -> Optional.empty();
            case MESSAGE_RECEIVED -> Optional.of("on message-received cannot: somebody is in charge already");
            case CONVERSATION_CLOSED -> Optional.of("on conversation-closed cannot: nobody may answer any more");
        };
    }

    private void refuseInteractive(Node<?> node, String why) {
        if (node.shape().interactive()) {
            problems.error(
                    origin(node.id()),
                    "step '" + node.id() + "' waits for people, which a workflow " + why
                            + ". It may send, tag, note, wait and call");
        }
    }

    private void warnOfUnreachable() {
        var reached = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(List.of(nodes.firstEntry().getKey()));
        while (!open.isEmpty()) {
            var id = open.pop();
            if (reached.add(id)) {
                open.addAll(targets(id));
            }
        }
        nodes.keySet().stream()
                .filter(id -> !reached.contains(id))
                .forEach(id -> problems.warn(origin(id), "step '" + id + "' is never reached"));
    }

    private void refuseLoops() {
        var done = new HashSet<String>();
        nodes.keySet().forEach(id -> walk(id, new ArrayList<>(), done));
    }

    /** Depth first through steps that neither wait nor count; meeting one of the path again is a loop. */
    private void walk(String id, List<String> path, Set<String> done) {
        if (path.contains(id)) {
            var loop = new ArrayList<>(path.subList(path.indexOf(id), path.size()));
            loop.add(id);
            problems.error(
                    origin(id),
                    "these steps go round for ever without waiting: " + String.join(" → ", loop)
                            + ". Put a wait or a question into the circle, or close it with a jump, which counts");
        } else if (!done.contains(id) && !breaksLoops(id)) {
            path.add(id);
            targets(id).forEach(target -> walk(target, path, done));
            path.removeLast();
            done.add(id);
        }
    }

    private boolean breaksLoops(String id) {
        var node = nodes.get(id);
        return node != null
                && (node.shape().interactive() || node.step() instanceof WaitStep || node.step() instanceof JumpStep);
    }

    /** Everywhere a step may lead. */
    private List<String> targets(String id) {
        var node = nodes.get(id);
        if (node == null) {
            return List.of();
        }
        var targets = new ArrayList<>(node.branches().values());
        targets.addAll(named(node.settings()));
        if (!alwaysLeaves(node)) {
            targets.add(node.next());
        }
        return targets.stream().filter(nodes::containsKey).distinct().toList();
    }

    private static boolean alwaysLeaves(Node<?> node) {
        boolean ends = node.settings() instanceof Jump jump && jump.to().equals(End.WORD);
        return ends || node.step() instanceof BranchStep;
    }

    /** Steps that settings name, see {@link Setting#step}, blocks within blocks included. */
    private static List<String> named(Object settings) {
        var names = new ArrayList<String>();
        switch (settings) {
            case Record record -> {
                for (var component : record.getClass().getRecordComponents()) {
                    var setting = component.getAnnotation(Setting.class);
                    var value = value(component.getAccessor(), record);
                    if (setting != null && setting.step()) {
                        names.addAll(texts(value));
                    } else {
                        names.addAll(named(value));
                    }
                }
            }
            case Collection<?> items -> items.forEach(item -> names.addAll(named(item)));
            case Map<?, ?> entries -> entries.values().forEach(item -> names.addAll(named(item)));
            case Optional<?> some -> some.ifPresent(item -> names.addAll(named(item)));
            default -> {}
        }
        return names;
    }

    private static List<String> texts(Object value) {
        return switch (value) {
            case String text -> List.of(text);
            case Optional<?> some -> some.map(Graph::texts).orElse(List.of());
            case Collection<?> items ->
                items.stream().flatMap(item -> texts(item).stream()).toList();
            case Map<?, ?> entries -> texts(entries.values());
            default -> List.of();
        };
    }

    private static Object value(java.lang.reflect.Method accessor, Record record) {
        try {
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
