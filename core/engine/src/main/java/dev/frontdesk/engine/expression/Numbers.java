package dev.frontdesk.engine.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelMutableExpr;

/** CEL tells 5 from 5.0; conditions know one kind of number, so that {@code age > 5} and {@code age == 5} are right. */
final class Numbers {
    private Numbers() {}

    static void makeDecimal(CelMutableExpr expr) {
        switch (expr.getKind()) {
            case CONSTANT -> constant(expr);
            case SELECT -> makeDecimal(expr.select().operand());
            case CALL -> {
                expr.call().target().ifPresent(Numbers::makeDecimal);
                expr.call().args().forEach(Numbers::makeDecimal);
            }
            case LIST -> expr.list().elements().forEach(Numbers::makeDecimal);
            case COMPREHENSION -> {
                var loop = expr.comprehension();
                makeDecimal(loop.iterRange());
                makeDecimal(loop.accuInit());
                makeDecimal(loop.loopCondition());
                makeDecimal(loop.loopStep());
                makeDecimal(loop.result());
            }
            case IDENT, MAP, STRUCT, NOT_SET -> {}
        }
    }

    private static void constant(CelMutableExpr expr) {
        if (expr.constant().getKind() == CelConstant.Kind.INT64_VALUE) {
            expr.setConstant(CelConstant.ofValue((double) expr.constant().int64Value()));
        }
    }
}
