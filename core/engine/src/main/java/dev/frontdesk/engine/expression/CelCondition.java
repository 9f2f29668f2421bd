package dev.frontdesk.engine.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelUnparserFactory;
import dev.frontdesk.api.Condition;
import dev.frontdesk.api.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A checked condition. */
final class CelCondition implements Condition {
    private final CelAbstractSyntaxTree written;
    private final String source;
    private final Node root;
    private final Map<Long, Node> parts;

    private CelCondition(String source, CelAbstractSyntaxTree written, Node root, Map<Long, Node> parts) {
        this.source = source;
        this.written = written;
        this.root = root;
        this.parts = parts;
    }

    static CelCondition compile(String source, Scope scope) {
        var checked = Checker.check(source, scope);
        var planner = new Planner(checked.checked(), scope);
        var root = planner.plan();
        return new CelCondition(source, checked.written(), root, planner.parts());
    }

    @Override
    public boolean test(Facts facts) {
        return Logic.isTrue(root.value(facts, null));
    }

    @Override
    public String source() {
        return source;
    }

    List<Explained> explain(Facts facts) {
        var explained = new ArrayList<Explained>();
        explain(written.getExpr(), facts, explained);
        return List.copyOf(explained);
    }

    private void explain(CelExpr expr, Facts facts, List<Explained> into) {
        var node = parts.get(expr.id());
        if (node == null || expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            return;
        }
        var part = CelAbstractSyntaxTree.newParsedAst(expr, written.getSource());
        into.add(new Explained(CelUnparserFactory.newUnparser().unparse(part), node.value(facts, null)));
        switch (expr.getKind()) {
            case SELECT -> explain(expr.select().operand(), facts, into);
            case CALL -> {
                expr.call().target().ifPresent(target -> explain(target, facts, into));
                expr.call().args().forEach(argument -> explain(argument, facts, into));
            }
            case COMPREHENSION -> explain(expr.comprehension().iterRange(), facts, into);
            case IDENT, LIST, CONSTANT, MAP, STRUCT, NOT_SET -> {}
        }
    }
}
