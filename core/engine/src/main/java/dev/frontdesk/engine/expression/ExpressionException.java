package dev.frontdesk.engine.expression;

/** A condition, template or regular expression that cannot be used; the message says where in the text and why. */
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExpressionException(String message) {
        super(message);
    }
}
