package dev.frontdesk.engine.expression;

import dev.frontdesk.api.Condition;
import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Regex;
import dev.frontdesk.api.Template;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns configured texts into conditions, templates and regular expressions. Safe for use by many threads. */
public final class Expressions {
    private Expressions() {}

    /** Parses and type-checks a condition. The first call loads CEL, which takes a few hundred milliseconds. */
    public static Condition condition(String source, Scope scope) {
        return CelCondition.compile(source, scope);
    }

    /** A control character in a string of a condition, as it is written there; hardly ever meant. */
    public static Optional<String> controlCharacter(String condition) {
        return Escapes.suspect(condition);
    }

    /** The parts of a condition with their values, the whole first, also those that {@code &&} and {@code ||} would skip. */
    public static List<Explained> explain(Condition condition, Facts facts) {
        return condition instanceof CelCondition ours
                ? ours.explain(facts)
                : List.of(new Explained(condition.source(), Logic.of(condition.test(facts))));
    }

    public static Template template(String source) {
        return source.contains("{{") ? MustacheTemplate.compile(source) : new PlainTemplate(source);
    }

    public static Regex regex(String source) {
        return Re2Regex.compile(source);
    }

    private record PlainTemplate(String source) implements Template {
        @Override
        public String render(Facts facts) {
            return source;
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }
    }
}
