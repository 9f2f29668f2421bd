package dev.frontdesk.engine.expression;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.Operator;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.engine.expression.Node.Body;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Every operator and function of conditions: its types for the check and its meaning for the run, side by side. */
final class Library {
    static final CelType BOOL = SimpleType.BOOL;
    static final CelType NUMBER = SimpleType.DOUBLE;
    static final CelType TEXT = SimpleType.STRING;
    static final CelType TIME = SimpleType.TIMESTAMP;
    static final CelType ANY = SimpleType.DYN;
    static final CelType LIST = ListType.create(ANY);
    static final CelType FIELDS = MapType.create(TEXT, ANY);
    private static final CelType A = TypeParamType.create("A");
    private static final CelType LIST_OF_A = ListType.create(A);
    private static final CelType MAP_TO_A = MapType.create(TEXT, A);

    /** Their nodes are made by the planner, which must see the arguments unevaluated. */
    static final String MATCHES = "matches";

    static final String INTENT_OF = "intentOf";

    private final Map<String, List<CelOverloadDecl>> declared = new LinkedHashMap<>();
    private final Map<String, Body> bodies = new LinkedHashMap<>();

    Library() {
        operators();
        numbers();
        texts();
        lists();
        times();
    }

    List<CelFunctionDecl> declarations() {
        return declared.entrySet().stream()
                .map(entry -> CelFunctionDecl.newFunctionDeclaration(entry.getKey(), entry.getValue()))
                .toList();
    }

    Body body(String function) {
        var body = bodies.get(function);
        if (body == null) {
            throw new ExpressionException("'" + function + "' cannot be used here");
        }
        return body;
    }

    private void operators() {
        global(Operator.LOGICAL_AND.getFunction(), BOOL, BOOL, BOOL);
        global(Operator.LOGICAL_OR.getFunction(), BOOL, BOOL, BOOL);
        global(Operator.CONDITIONAL.getFunction(), A, BOOL, A, A);
        global(Operator.NOT_STRICTLY_FALSE.getFunction(), BOOL, BOOL);
        means(Operator.NOT_STRICTLY_FALSE.getFunction(), (arguments, _) -> arguments.getFirst());
        global(Operator.LOGICAL_NOT.getFunction(), BOOL, BOOL);
        means(Operator.LOGICAL_NOT.getFunction(), (arguments, _) -> Logic.of(!Logic.isTrue(arguments.getFirst())));
        global(Operator.EQUALS.getFunction(), BOOL, A, A);
        tests(Operator.EQUALS.getFunction(), Logic::equal);
        global(Operator.NOT_EQUALS.getFunction(), BOOL, A, A);
        tests(Operator.NOT_EQUALS.getFunction(), (left, right) -> !Logic.equal(left, right));
        order(Operator.LESS, Logic::less);
        order(Operator.LESS_EQUALS, Logic::atMost);
        order(Operator.GREATER, (left, right) -> Logic.less(right, left));
        order(Operator.GREATER_EQUALS, (left, right) -> Logic.atMost(right, left));
        global("between", BOOL, NUMBER, NUMBER, NUMBER);
        global("between", BOOL, TIME, TIME, TIME);
        means(
                "between",
                (arguments, _) -> Logic.of(Logic.atMost(arguments.get(1), arguments.get(0))
                        && Logic.atMost(arguments.get(0), arguments.get(2))));
        global("exists", BOOL, ANY);
        means("exists", (arguments, _) -> Logic.of(!arguments.getFirst().isEmpty()));
    }

    private void order(Operator operator, BiPredicate<Value, Value> test) {
        for (var type : List.of(NUMBER, TEXT, TIME)) {
            global(operator.getFunction(), BOOL, type, type);
        }
        tests(operator.getFunction(), test);
    }

    private void numbers() {
        for (var type : List.of(NUMBER, TEXT, LIST_OF_A)) {
            global(Operator.ADD.getFunction(), type, type, type);
        }
        means(Operator.ADD.getFunction(), (arguments, _) -> Logic.add(arguments.getFirst(), arguments.getLast()));
        calculates(Operator.SUBTRACT, (a, b) -> a.subtract(b, MathContext.DECIMAL128));
        calculates(Operator.MULTIPLY, (a, b) -> a.multiply(b, MathContext.DECIMAL128));
        calculates(Operator.DIVIDE, (a, b) -> a.divide(b, MathContext.DECIMAL128));
        calculates(Operator.MODULO, (a, b) -> a.remainder(b, MathContext.DECIMAL128));
        global(Operator.NEGATE.getFunction(), NUMBER, NUMBER);
        means(
                Operator.NEGATE.getFunction(),
                (arguments, _) -> Logic.calculate(arguments.getFirst(), arguments.getFirst(), (a, _) -> a.negate()));
    }

    private void calculates(Operator operator, java.util.function.BinaryOperator<BigDecimal> how) {
        global(operator.getFunction(), NUMBER, NUMBER, NUMBER);
        means(
                operator.getFunction(),
                (arguments, _) -> Logic.calculate(arguments.getFirst(), arguments.getLast(), how));
    }

    private void texts() {
        compares("contains", String::contains);
        compares("startsWith", String::startsWith);
        compares("endsWith", String::endsWith);
        global("like", BOOL, TEXT, TEXT);
        tests("like", (text, other) -> Folding.fold(Logic.text(text)).equals(Folding.fold(Logic.text(other))));
        global("containsLike", BOOL, TEXT, TEXT);
        tests("containsLike", (text, part) -> Folding.fold(Logic.text(text)).contains(Folding.fold(Logic.text(part))));
        global("lower", TEXT, TEXT);
        means(
                "lower",
                (arguments, _) -> Value.of(Logic.text(arguments.getFirst()).toLowerCase(java.util.Locale.ROOT)));
        global(MATCHES, BOOL, TEXT, TEXT);
        member(MATCHES, BOOL, TEXT, TEXT);
        global(INTENT_OF, TEXT, TEXT, TEXT);
    }

    private void compares(String name, BiPredicate<String, String> how) {
        member(name, BOOL, TEXT, TEXT);
        tests(name, (text, part) -> how.test(Logic.text(text), Logic.text(part)));
    }

    private void lists() {
        global(Operator.INDEX.getFunction(), A, LIST_OF_A, NUMBER);
        global(Operator.INDEX.getFunction(), A, MAP_TO_A, TEXT);
        means(Operator.INDEX.getFunction(), (arguments, _) -> Logic.at(arguments.getFirst(), arguments.getLast()));
        global(Operator.IN.getFunction(), BOOL, A, LIST_OF_A);
        global(Operator.IN.getFunction(), BOOL, TEXT, MAP_TO_A);
        tests(Operator.IN.getFunction(), (item, whole) -> Logic.has(whole, item));
        for (var type : List.of(TEXT, LIST, FIELDS)) {
            global("size", NUMBER, type);
            member("size", NUMBER, type);
        }
        means("size", (arguments, _) -> Logic.size(arguments.getFirst()));
        global("has", BOOL, LIST, ANY);
        global("has", BOOL, TEXT, TEXT);
        tests("has", Logic::has);
        global("hasAny", BOOL, LIST, LIST);
        tests("hasAny", Logic::hasAny);
        global("hasAll", BOOL, LIST, LIST);
        tests("hasAll", Logic::hasAll);
        global("hasNone", BOOL, LIST, LIST);
        tests("hasNone", (whole, parts) -> !Logic.hasAny(whole, parts));
    }

    private void times() {
        global("timestamp", TIME, TEXT);
        means("timestamp", (arguments, _) -> instant(Logic.text(arguments.getFirst())));
        global("daysSince", NUMBER, TIME);
        means("daysSince", (arguments, facts) -> since(arguments.getFirst(), facts, Duration.ofDays(1)));
        global("hoursSince", NUMBER, TIME);
        means("hoursSince", (arguments, facts) -> since(arguments.getFirst(), facts, Duration.ofHours(1)));
    }

    private static Value instant(String text) {
        try {
            return new Value.Time(Instant.parse(text));
        } catch (DateTimeParseException _) {
            return Value.NIL;
        }
    }

    private static Value since(Value time, Facts facts, Duration unit) {
        if (time instanceof Value.Time(var then)
                && facts.get(Scope.NOW).orElse(Value.NIL) instanceof Value.Time(var now)) {
            var seconds = BigDecimal.valueOf(Duration.between(then, now).toSeconds());
            return new Value.Num(seconds.divide(BigDecimal.valueOf(unit.toSeconds()), MathContext.DECIMAL64));
        }
        return Value.NIL;
    }

    private void tests(String name, BiPredicate<Value, Value> test) {
        means(name, (arguments, _) -> Logic.of(test.test(arguments.getFirst(), arguments.getLast())));
    }

    private void means(String name, Body body) {
        bodies.put(name, body);
    }

    private void global(String name, CelType result, CelType... arguments) {
        var overloads = declared.computeIfAbsent(name, _ -> new ArrayList<>());
        overloads.add(CelOverloadDecl.newGlobalOverload(name + " " + overloads.size(), result, arguments));
    }

    private void member(String name, CelType result, CelType... arguments) {
        var overloads = declared.computeIfAbsent(name, _ -> new ArrayList<>());
        overloads.add(CelOverloadDecl.newMemberOverload(name + " " + overloads.size(), result, arguments));
    }
}
