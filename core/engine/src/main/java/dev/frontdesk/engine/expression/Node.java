package dev.frontdesk.engine.expression;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One operation of a checked condition, ready to run. */
@FunctionalInterface
interface Node {

    Value value(Facts facts, @Nullable Local locals);

    /** A variable of {@code exists}, {@code all}, {@code filter} or {@code map} and those around it. */
    record Local(String name, Value value, @Nullable Local outer) {}

    /** A function's meaning, given its arguments. */
    @FunctionalInterface
    interface Body {
        Value apply(List<Value> arguments, Facts facts);
    }

    static Node constant(Value value) {
        return (_, _) -> value;
    }

    /** A name of the scope, read when it is needed, as the type it was declared with. */
    static Node name(String path, Class<? extends Value> type) {
        if (type == Value.Text.class) {
            return (facts, _) -> facts.get(path).map(Node::asText).orElse(NO_TEXT);
        }
        if (type == Value.class) {
            return (facts, _) -> facts.get(path).orElse(Value.NIL);
        }
        return (facts, _) -> facts.get(path).filter(type::isInstance).orElse(Value.NIL);
    }

    Value NO_TEXT = Value.of("");

    private static Value asText(Value value) {
        return value instanceof Value.Text ? value : Value.of(value.asText());
    }

    static Node local(String name) {
        return (_, locals) -> {
            for (var at = locals; at != null; at = at.outer()) {
                if (at.name().equals(name)) {
                    return at.value();
                }
            }
            return Value.NIL;
        };
    }

    static Node select(Node whole, String field) {
        return (facts, locals) ->
                whole.value(facts, locals) instanceof Value.Fields fields ? fields.get(field) : Value.NIL;
    }

    static Node call(Body body, List<Node> arguments) {
        return switch (arguments.size()) {
            case 1 -> {
                var only = arguments.getFirst();
                yield (facts, locals) -> body.apply(List.of(only.value(facts, locals)), facts);
            }
            case 2 -> {
                var left = arguments.getFirst();
                var right = arguments.getLast();
                yield (facts, locals) ->
                        body.apply(List.of(left.value(facts, locals), right.value(facts, locals)), facts);
            }
            default -> (facts, locals) -> body.apply(all(arguments, facts, locals), facts);
        };
    }

    private static List<Value> all(List<Node> nodes, Facts facts, @Nullable Local locals) {
        return nodes.stream().map(node -> node.value(facts, locals)).toList();
    }

    static Node and(Node left, Node right) {
        return (facts, locals) ->
                Logic.of(Logic.isTrue(left.value(facts, locals)) && Logic.isTrue(right.value(facts, locals)));
    }

    static Node or(Node left, Node right) {
        return (facts, locals) ->
                Logic.of(Logic.isTrue(left.value(facts, locals)) || Logic.isTrue(right.value(facts, locals)));
    }

    static Node choose(Node when, Node then, Node otherwise) {
        return (facts, locals) -> (Logic.isTrue(when.value(facts, locals)) ? then : otherwise).value(facts, locals);
    }

    static Node list(List<Node> elements) {
        return (facts, locals) -> new Value.Items(all(elements, facts, locals));
    }

    static Node map(Node of, Function<Value, Value> how) {
        return (facts, locals) -> how.apply(of.value(facts, locals));
    }

    /** CEL's one loop, which its macros turn into. */
    record Loop(String item, Node range, String result, Node start, Node goOn, Node step, Node end) implements Node {
        @Override
        public Value value(Facts facts, @Nullable Local locals) {
            var found = start.value(facts, locals);
            for (var each : Logic.items(range.value(facts, locals))) {
                var inner = new Local(item, each, new Local(result, found, locals));
                if (!Logic.isTrue(goOn.value(facts, inner))) {
                    break;
                }
                found = step.value(facts, inner);
            }
            return end.value(facts, new Local(result, found, locals));
        }
    }
}
