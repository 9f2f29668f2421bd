package dev.frontdesk.engine.expression;

import dev.cel.common.CelMutableAst;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelReference;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Classification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns a checked condition into nodes; remembers the node of each part, for explaining. */
final class Planner {
    private final CelMutableAst checked;
    private final Scope scope;
    private final Map<Long, Node> parts = new HashMap<>();

    Planner(CelMutableAst checked, Scope scope) {
        this.checked = checked;
        this.scope = scope;
    }

    Node plan() {
        return plan(checked.expr());
    }

    /** Nodes by the id of their expression. */
    Map<Long, Node> parts() {
        return Map.copyOf(parts);
    }

    private Node plan(CelMutableExpr expr) {
        var node = checked.getReference(expr.id())
                .map(CelReference::name)
                .filter(scope.names()::containsKey)
                .map(name -> Node.name(name, scope.names().getOrDefault(name, Value.class)))
                .orElseGet(() -> planned(expr));
        parts.put(expr.id(), node);
        return node;
    }

    private Node planned(CelMutableExpr expr) {
        return switch (expr.getKind()) {
            case CONSTANT -> Node.constant(constant(expr.constant()));
            case IDENT -> Node.local(expr.ident().name());
            case SELECT -> {
                var field =
                        Node.select(plan(expr.select().operand()), expr.select().field());
                yield expr.select().testOnly() ? Node.map(field, value -> Logic.of(!value.isEmpty())) : field;
            }
            case CALL -> call(expr.call());
            case LIST -> Node.list(plans(expr.list().elements()));
            case COMPREHENSION -> loop(expr.comprehension());
            case MAP, STRUCT, NOT_SET -> throw new ExpressionException("fields cannot be written out in a condition");
        };
    }

    private Node call(CelMutableExpr.CelMutableCall call) {
        var written = new ArrayList<CelMutableExpr>();
        call.target().ifPresent(written::add);
        written.addAll(call.args());
        if (call.function().equals(Library.MATCHES)) {
            return matches(written.getFirst(), written.getLast());
        }
        if (call.function().equals(Library.INTENT_OF)) {
            return intentOf(written.getFirst(), written.getLast());
        }
        var arguments = plans(written);
        return switch (Operator.findReverse(call.function()).orElse(null)) {
            case LOGICAL_AND -> Node.and(arguments.getFirst(), arguments.getLast());
            case LOGICAL_OR -> Node.or(arguments.getFirst(), arguments.getLast());
            case CONDITIONAL -> Node.choose(arguments.get(0), arguments.get(1), arguments.get(2));
            case null, default -> Node.call(Checker.LIBRARY.body(call.function()), arguments);
        };
    }

    private Node matches(CelMutableExpr text, CelMutableExpr pattern) {
        if (pattern.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
            throw new ExpressionException("the regular expression of matches must be written out in quotes");
        }
        var regex = Re2Regex.compile(pattern.constant().stringValue());
        return Node.map(plan(text), value -> Logic.of(regex.found(Logic.text(value))));
    }

    private Node intentOf(CelMutableExpr text, CelMutableExpr name) {
        if (name.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
            throw new ExpressionException("what intentOf asks must be written out in quotes, like 'intents/help'");
        }
        var written = name.constant().stringValue();
        var intents = scope.intents().get(written);
        if (intents == null) {
            throw new ExpressionException("there is no '" + written + "'"
                    + Spelling.nearest(written, scope.intents().keySet())
                            .map(near -> "; did you mean '" + near + "'?")
                            .orElse(""));
        }
        if (intents.of("", Locale.ROOT).isEmpty()) {
            throw new ExpressionException("'" + intents.name()
                    + "' is asked elsewhere and takes its time, which a condition does not have: ask it in a step");
        }
        var words = plan(text);
        return (facts, locals) -> Value.of(
                intents.of(Logic.text(words.value(facts, locals)), Locale.forLanguageTag(facts.text("language")))
                        .flatMap(Classification::intent)
                        .orElse(""));
    }

    private Node loop(CelMutableExpr.CelMutableComprehension loop) {
        return new Node.Loop(
                loop.iterVar(),
                plan(loop.iterRange()),
                loop.accuVar(),
                plan(loop.accuInit()),
                plan(loop.loopCondition()),
                plan(loop.loopStep()),
                plan(loop.result()));
    }

    private List<Node> plans(List<CelMutableExpr> all) {
        return all.stream().map(this::plan).toList();
    }

    private static Value constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> Logic.of(constant.booleanValue());
            case STRING_VALUE -> Value.of(constant.stringValue());
            case DOUBLE_VALUE -> new Value.Num(BigDecimal.valueOf(constant.doubleValue()));
            case NULL_VALUE -> Value.NIL;
            default -> throw new ExpressionException("a " + constant.getKind() + " cannot be used here");
        };
    }
}
