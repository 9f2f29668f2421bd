package dev.frontdesk.app.workflow;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValueFactory;
import dev.frontdesk.app.config.Block;
import dev.frontdesk.app.config.Names;
import dev.frontdesk.app.config.Problems;
import dev.frontdesk.app.config.Where;
import dev.frontdesk.engine.workflow.control.End;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A step as it is written, taken apart.
 *
 * @param settings the keys that belong to the step's type
 * @param branches branch → step, of the keys {@code on-…} and the block {@code on}
 */
record Written(String id, StepType<?> type, Block settings, Map<String, Target> branches, ConfigOrigin origin) {
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9_-]*";

    record Target(String step, ConfigOrigin origin) {}

    Where where() {
        return Where.of(origin);
    }

    /** Empty when it cannot be made out, which is then reported. */
    static Optional<Written> of(ConfigObject step, int place, Map<String, StepType<?>> types, Problems problems) {
        return type(step, types, problems).flatMap(type -> of(step, place, type, problems));
    }

    /**
     * The key that names the type. Where several could, the one whose settings include all other keys: a setting may be called
     * like a step.
     */
    private static Optional<StepType<?>> type(ConfigObject step, Map<String, StepType<?>> types, Problems problems) {
        var candidates =
                step.keySet().stream().filter(types::containsKey).sorted().toList();
        var fitting = candidates.stream()
                .filter(name ->
                        candidates.stream().allMatch(other -> other.equals(name) || belongs(types.get(name), other)))
                .toList();
        if (fitting.size() == 1) {
            return Optional.ofNullable(types.get(fitting.getFirst()));
        } else if (candidates.isEmpty()) {
            var keys = new TreeSet<>(step.keySet());
            keys.remove("id");
            keys.removeIf(key -> key.equals("on") || key.startsWith("on-"));
            var unknown = keys.stream()
                    .filter(key -> dev.frontdesk.engine.expression.Spelling.nearest(key, types.keySet())
                            .isPresent())
                    .findFirst()
                    .orElse(keys.isEmpty() ? "" : keys.first());
            problems.error(
                    step.getOrDefault(unknown, step).origin(),
                    unknown.isEmpty()
                            ? "a step without a type" + Names.hint("", types.keySet())
                            : "unknown step type '" + unknown + "'" + Names.hint(unknown, types.keySet()));
        } else {
            problems.error(
                    step.origin(), "a step has one type, this one has several: " + String.join(", ", candidates));
        }
        return Optional.empty();
    }

    private static boolean belongs(@org.jspecify.annotations.Nullable StepType<?> type, String key) {
        return type != null && type.keys().contains(key);
    }

    private static Optional<Written> of(ConfigObject step, int place, StepType<?> type, Problems problems) {
        var id = step.get("id") == null
                ? type.name() + "-" + place
                : String.valueOf(step.get("id").unwrapped());
        if (!id.matches(ID) || id.equals(End.WORD)) {
            problems.error(
                    step.getOrDefault("id", step).origin(),
                    "'" + id + "' is no id: letters, digits, dashes and underscores, and not the word end");
            return Optional.empty();
        }
        var value = step.getOrDefault(type.name(), step);
        var beside = step.withoutKey("id").withoutKey(type.name());
        ConfigObject keys;
        if (value instanceof ConfigObject block && !shorthandIsBlock(type)) {
            if (!beside.isEmpty()) {
                problems.error(
                        beside.origin(),
                        "step '" + id + "': " + String.join(", ", new TreeSet<>(beside.keySet()))
                                + " must stand inside the block " + type.name() + " { … }");
                return Optional.empty();
            }
            keys = block;
        } else {
            var shorthand = type.shorthand();
            if (shorthand.isEmpty()) {
                problems.error(
                        value.origin(), "step type '" + type.name() + "' takes a block: " + type.name() + " { … }");
                return Optional.empty();
            }
            keys = beside.withValue(shorthand.get(), value).withOrigin(step.origin());
        }
        var branches = branches(id, keys, type, problems);
        var settings = without(keys, type);
        if (type.keys().contains("id")) {
            settings =
                    settings.withValue("id", ConfigValueFactory.fromAnyRef(id).withOrigin(step.origin()));
        }
        return Optional.of(new Written(id, type, new Block("", settings), branches, step.origin()));
    }

    private static boolean shorthandIsBlock(StepType<?> type) {
        return type.shorthand()
                .map(key -> type.components().get(key))
                .filter(component -> component != null && component.getType() == Map.class)
                .isPresent();
    }

    private static ConfigObject without(ConfigObject keys, StepType<?> type) {
        var rest = keys;
        for (var key : List.copyOf(keys.keySet())) {
            if (leadsOn(key, type)) {
                rest = rest.withoutKey(key);
            }
        }
        return rest;
    }

    /** A setting of the type that happens to begin like that stays a setting. */
    private static boolean leadsOn(String key, StepType<?> type) {
        return (key.equals("on") || key.startsWith("on-")) && !type.keys().contains(key);
    }

    private static Map<String, Target> branches(String id, ConfigObject keys, StepType<?> type, Problems problems) {
        var branches = new LinkedHashMap<String, Target>();
        var flat = new HashMap<String, com.typesafe.config.ConfigValue>();
        keys.forEach((key, value) -> {
            if (!leadsOn(key, type)) {
                return;
            } else if (key.equals("on") && value instanceof ConfigObject block) {
                flat.putAll(block);
            } else if (key.equals("on")) {
                problems.error(value.origin(), "step '" + id + "': 'on' must be a block { branch = step, … }");
            } else {
                flat.put(key.substring("on-".length()), value);
            }
        });
        flat.forEach((branch, value) -> {
            if (value.unwrapped() instanceof String step) {
                branches.put(branch, new Target(step, value.origin()));
            } else {
                problems.error(
                        value.origin(), "step '" + id + "': branch '" + branch + "' must lead to the id of a step");
            }
        });
        return branches;
    }
}
