package dev.frontdesk.engine.expression;

import com.google.re2j.Pattern;
import dev.cel.common.CelSourceLocation;

/** CEL's findings in the words of the documentation. */
final class Messages {
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("^found no matching overload for '([^']*)' applied to '\\(?([^']*?)\\)?' \\(candidates.*$");
    private static final Pattern UNDECLARED =
            Pattern.compile("^undeclared reference to '([^']*)' \\(in container ''\\)$");
    private static final Pattern OPERATOR = Pattern.compile("^(?:_|!|-|@)*([^_@]*?)_*$");

    private Messages() {}

    static ExpressionException error(CelSourceLocation at, String message) {
        var line = at.getLine() > 1 ? "line " + at.getLine() + ", " : "";
        return new ExpressionException(line + "column " + (at.getColumn() + 1) + ": " + message);
    }

    static String plain(String message) {
        var overload = NO_OVERLOAD.matcher(message);
        if (overload.matches()) {
            return "'" + operator(overload.group(1)) + "' does not take " + types(overload.group(2));
        }
        var undeclared = UNDECLARED.matcher(message);
        return undeclared.matches() ? "there is no function '" + undeclared.group(1) + "'" : types(message);
    }

    private static String operator(String function) {
        if (function.equals("_[_]")) {
            return "[]";
        }
        var symbol = OPERATOR.matcher(function);
        return symbol.matches() && !symbol.group(1).isEmpty() ? symbol.group(1) : function.replace("_", "");
    }

    private static String types(String text) {
        return text.replace("list(dyn)", "list")
                .replace("map(string, dyn)", "fields")
                .replace("google.protobuf.Timestamp", "time")
                .replace("timestamp", "time")
                .replace("double", "number")
                .replace("string", "text")
                .replace("bool", "true/false");
    }
}
