package dev.frontdesk.engine.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelMutableAst;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelMutableExpr;
import java.util.HashSet;
import java.util.Set;

/** Finds names that the scope does not have, before the type check would speak of only their first part. */
final class UnknownNames {
    private final Scope scope;
    private final CelSource source;

    private UnknownNames(Scope scope, CelSource source) {
        this.scope = scope;
        this.source = source;
    }

    static void refuse(CelAbstractSyntaxTree parsed, Scope scope) {
        new UnknownNames(scope, parsed.getSource())
                .visit(CelMutableAst.fromCelAst(parsed).expr(), Set.of());
    }

    private void visit(CelMutableExpr expr, Set<String> locals) {
        switch (expr.getKind()) {
            case IDENT, SELECT -> path(expr, locals);
            case CALL -> {
                expr.call().target().ifPresent(target -> visit(target, locals));
                expr.call().args().forEach(argument -> visit(argument, locals));
            }
            case LIST -> expr.list().elements().forEach(element -> visit(element, locals));
            case COMPREHENSION -> {
                if (scope.names().containsKey(expr.comprehension().iterVar())) {
                    throw at(expr, "the name '" + expr.comprehension().iterVar() + "' is taken");
                }
                loop(expr.comprehension(), locals);
            }
            case CONSTANT, NOT_SET -> {}
            case MAP, STRUCT -> throw at(expr, "fields cannot be written out in a condition");
        }
    }

    private void loop(CelMutableExpr.CelMutableComprehension loop, Set<String> locals) {
        visit(loop.iterRange(), locals);
        visit(loop.accuInit(), locals);
        var inner = new HashSet<>(locals);
        inner.add(loop.iterVar());
        inner.add(loop.accuVar());
        visit(loop.loopCondition(), inner);
        visit(loop.loopStep(), inner);
        visit(loop.result(), inner);
    }

    private void path(CelMutableExpr expr, Set<String> locals) {
        var path = new StringBuilder();
        var at = expr;
        while (at.getKind() == Kind.SELECT) {
            path.insert(0, "." + at.select().field());
            at = at.select().operand();
        }
        if (at.getKind() != Kind.IDENT) {
            visit(at, locals);
            return;
        }
        var whole = path.insert(0, at.ident().name()).toString();
        if (!locals.contains(at.ident().name()) && !known(whole)) {
            throw at(at, "unknown name '" + whole + "'" + hint(whole));
        }
    }

    private boolean known(String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
            if (scope.names().containsKey(path.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private String hint(String path) {
        return Spelling.nearest(path, scope.names().keySet())
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("; a text is written in quotes");
    }

    private ExpressionException at(CelMutableExpr expr, String message) {
        var offset = source.getPositionsMap().getOrDefault(expr.id(), 0);
        return source.getOffsetLocation(offset)
                .map(location -> Messages.error(location, message))
                .orElseGet(() -> new ExpressionException(message));
    }
}
