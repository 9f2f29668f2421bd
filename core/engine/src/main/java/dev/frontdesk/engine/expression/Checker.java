package dev.frontdesk.engine.expression;

import dev.cel.checker.CelChecker;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelMutableAst;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import dev.frontdesk.api.Value;
import java.util.ArrayList;

/** Parses and type-checks. Loaded with the first condition; the parser and the last scope's checker are kept. */
final class Checker {
    static final Library LIBRARY = new Library();
    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(10_000)
            .populateMacroCalls(true)
            .build();
    private static final CelParser PARSER = CelParserFactory.standardCelParserBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .build();
    private static volatile ForScope last = forScope(Scope.empty());

    private record ForScope(Scope scope, CelChecker checker) {}

    /** The condition as written, for showing its parts, and as checked, with numbers of one kind only. */
    record Checked(CelAbstractSyntaxTree written, CelMutableAst checked) {}

    private Checker() {}

    static Checked check(String source, Scope scope) {
        var parsed = valid(PARSER.parse(source, "condition"));
        UnknownNames.refuse(parsed, scope);
        var numbers = CelMutableAst.fromCelAst(parsed);
        Numbers.makeDecimal(numbers.expr());
        var checked = valid(checker(scope).check(numbers.toParsedAst(true)));
        var type = checked.getResultType();
        if (!type.equals(Library.BOOL) && !type.equals(Library.ANY)) {
            throw new ExpressionException(
                    "the condition is neither true nor false but a " + Messages.plain(type.name()));
        }
        return new Checked(parsed, CelMutableAst.fromCelAst(checked));
    }

    private static CelChecker checker(Scope scope) {
        var kept = last;
        if (!kept.scope().equals(scope)) {
            kept = forScope(scope);
            last = kept;
        }
        return kept.checker();
    }

    private static ForScope forScope(Scope scope) {
        var variables = new ArrayList<CelVarDecl>();
        scope.names().forEach((name, type) -> variables.add(CelVarDecl.newVarDeclaration(name, celType(type))));
        return new ForScope(
                scope,
                CelCompilerFactory.standardCelCheckerBuilder()
                        .setOptions(OPTIONS)
                        .setStandardEnvironmentEnabled(false)
                        .addFunctionDeclarations(LIBRARY.declarations())
                        .addVarDeclarations(variables)
                        .build());
    }

    private static CelType celType(Class<? extends Value> type) {
        if (type == Value.Text.class) {
            return Library.TEXT;
        } else if (type == Value.Num.class) {
            return Library.NUMBER;
        } else if (type == Value.Bool.class) {
            return Library.BOOL;
        } else if (type == Value.Time.class) {
            return Library.TIME;
        } else if (type == Value.Items.class) {
            return Library.LIST;
        }
        return type == Value.Fields.class ? Library.FIELDS : Library.ANY;
    }

    private static CelAbstractSyntaxTree valid(CelValidationResult result) {
        try {
            return result.getAst();
        } catch (CelValidationException e) {
            throw e.getErrors().stream()
                    .min(java.util.Comparator.comparing(CelIssue::getSourceLocation))
                    .map(issue -> Messages.error(issue.getSourceLocation(), Messages.plain(issue.getMessage())))
                    .orElseGet(() -> new ExpressionException(String.valueOf(e.getMessage())));
        }
    }
}
