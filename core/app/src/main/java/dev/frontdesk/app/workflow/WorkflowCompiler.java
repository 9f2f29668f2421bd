package dev.frontdesk.app.workflow;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import dev.frontdesk.api.Value;
import dev.frontdesk.app.config.Binder;
import dev.frontdesk.app.config.Block;
import dev.frontdesk.app.config.Known;
import dev.frontdesk.app.config.Problems;
import dev.frontdesk.engine.expression.Scope;
import dev.frontdesk.engine.workflow.Workflow;
import dev.frontdesk.engine.workflow.Workflow.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles a workflow as it is written; reports every problem. */
public final class WorkflowCompiler {
    private static final Set<String> OWN_NAMES = Set.of("contact", Scope.NOW);

    private final Map<String, StepType<?>> types;
    private final Map<String, Class<? extends Value>> fields;
    private final Known known;

    /** @param fields declared fields of a contact */
    public WorkflowCompiler(Map<String, StepType<?>> types, Map<String, Class<? extends Value>> fields, Known known) {
        this.types = Map.copyOf(types);
        this.fields = Map.copyOf(fields);
        this.known = known;
    }

    /** A workflow that can run, but has no stored version yet. */
    public record Compiled(String name, Head head, LinkedHashMap<String, Node<?>> steps) {

        public Workflow as(long version) {
            return new Workflow(name, version, head.on(), head.when(), head.priority(), head.oncePerContact(), steps);
        }
    }

    /** Empty when something is wrong. {@code name} is the file's, for a workflow that has none of its own. */
    public Optional<Compiled> compile(ConfigObject written, String name, Problems problems) {
        long before = problems.errors();
        var head = new Binder(problems, known, Optional.of(scope()))
                .bind(new Block("", written), Head.class, Set.of("steps"));
        var steps = steps(written, problems);
        var nodes = nodes(steps, problems);
        if (nodes.size() == steps.size() && problems.errors() == before) {
            new Graph(steps, nodes, problems).check(head.map(Head::on));
        }
        return problems.errors() > before
                ? Optional.empty()
                : head.map(found -> new Compiled(found.name().orElse(name), found, nodes));
    }

    /** What every workflow may read before any step has run. */
    private Scope scope() {
        var names = new HashMap<>(Workflow.ATTRIBUTES);
        names.put("contact.name", Value.Text.class);
        names.put("contact.language", Value.Text.class);
        names.put("contact.tags", Value.Items.class);
        fields.forEach((field, type) -> names.put("contact." + field, type));
        return new Scope(names, known.intents());
    }

    private List<Written> steps(ConfigObject written, Problems problems) {
        ConfigValue all = written.getOrDefault("steps", written);
        if (!(all instanceof ConfigList list) || list.isEmpty()) {
            problems.error(all.origin(), "a workflow needs steps = [ { … } ]");
            return List.of();
        }
        var steps = new ArrayList<Written>();
        var places = new HashMap<String, Written>();
        int place = 0;
        for (var one : list) {
            place++;
            if (!(one instanceof ConfigObject step)) {
                problems.error(one.origin(), "a step must be a block { … }");
                continue;
            }
            Written.of(step, place, types, problems).ifPresent(taken -> {
                var twin = places.putIfAbsent(taken.id(), taken);
                if (twin == null) {
                    steps.add(taken);
                } else {
                    problems.error(taken.origin(), "there is already a step '" + taken.id() + "' at " + twin.where());
                }
            });
        }
        return steps;
    }

    /** Steps in the order they are written: a variable can be read by the steps after the one that writes it. */
    private LinkedHashMap<String, Node<?>> nodes(List<Written> steps, Problems problems) {
        var nodes = new LinkedHashMap<String, Node<?>>();
        var scope = scope();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var next = i + 1 < steps.size() ? steps.get(i + 1).id() : "";
            var node = node(step, step.type(), next, scope, problems);
            if (node.isPresent()) {
                nodes.put(step.id(), node.get());
                scope = widened(scope, step, node.get(), problems);
            }
        }
        return nodes;
    }

    private <S extends Record> Optional<Node<S>> node(
            Written step, StepType<S> type, String next, Scope scope, Problems problems) {
        var settings = new Binder(problems, known, Optional.of(scope)).bind(step.settings(), type.settings());
        if (settings.isEmpty()) {
            return Optional.empty();
        }
        var branches = new HashMap<String, String>();
        step.branches().forEach((branch, target) -> branches.put(branch, target.step()));
        try {
            var shape = type.step().shape(settings.get());
            return Optional.of(new Node<>(
                    step.id(),
                    type.name(),
                    type.step(),
                    settings.get(),
                    shape,
                    branches,
                    next,
                    step.where().toString()));
        } catch (IllegalArgumentException e) {
            problems.error(step.origin(), "step '" + step.id() + "': " + e.getMessage());
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            problems.error(
                    step.origin(),
                    "step '" + step.id() + "': its type '" + type.name() + "' failed on these settings: " + e);
            return Optional.empty();
        }
    }

    private static Scope widened(Scope scope, Written step, Node<?> node, Problems problems) {
        var wider = scope;
        for (var entry : node.shape().writes().entrySet()) {
            var name = entry.getKey();
            if (name.startsWith("contact.")) {
                field(name, entry.getValue(), scope, step, problems);
            } else if (Workflow.ATTRIBUTES.containsKey(name) || OWN_NAMES.contains(name)) {
                problems.error(
                        step.origin(),
                        "step '" + step.id() + "' writes the variable '" + name
                                + "', but that name already means something of the" + " trigger; choose another");
            } else {
                var before = scope.names().get(name);
                wider = wider.with(name, before == null || before == entry.getValue() ? entry.getValue() : Value.class);
            }
        }
        return wider;
    }

    /** What does not fit a field would end the run when it is written. */
    private static void field(
            String name, Class<? extends Value> written, Scope scope, Written step, Problems problems) {
        var declared = scope.names().get(name);
        if (declared == null) {
            problems.error(
                    step.origin(),
                    "step '" + step.id() + "' writes '" + name
                            + "', which is not declared in 'fields'; declare it there, or write a variable");
        } else if (declared != written) {
            problems.error(
                    step.origin(),
                    "step '" + step.id() + "' writes '" + name + "' as " + written.getSimpleName() + ", but it takes "
                            + declared.getSimpleName());
        }
    }
}
