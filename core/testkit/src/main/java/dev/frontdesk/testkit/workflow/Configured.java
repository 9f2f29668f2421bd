package dev.frontdesk.testkit.workflow;

import dev.frontdesk.api.Condition;
import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Regex;
import dev.frontdesk.api.Template;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Stand-ins for the settings that Frontdesk makes from a configured text, so that a test can write a settings record. */
public final class Configured {
    private Configured() {}

    /** A template that knows <code>{{name}}</code> places and nothing else. */
    public static Template template(String source) {
        return new Places(source);
    }

    /** A condition that asks a predicate. */
    public static Condition condition(String source, Predicate<Facts> holds) {
        return new Asked(source, holds);
    }

    /** A regular expression whose match is found by a function. */
    public static Regex regex(String source, Function<CharSequence, Optional<List<String>>> found) {
        return new Found(source, found);
    }

    private record Places(String source) implements Template {
        @Override
        public String render(Facts facts) {
            var rendered = new StringBuilder();
            int from = 0;
            for (int open = source.indexOf("{{"); open >= 0; open = source.indexOf("{{", from)) {
                int close = source.indexOf("}}", open);
                rendered.append(source, from, open)
                        .append(facts.text(source.substring(open + 2, close).strip()));
                from = close + 2;
            }
            return rendered.append(source.substring(from)).toString();
        }

        @Override
        public Set<String> names() {
            var names = new HashSet<String>();
            render(path -> {
                names.add(path);
                return Optional.empty();
            });
            return names;
        }
    }

    private record Asked(String source, Predicate<Facts> holds) implements Condition {
        @Override
        public boolean test(Facts facts) {
            return holds.test(facts);
        }
    }

    private record Found(String source, Function<CharSequence, Optional<List<String>>> found) implements Regex {
        @Override
        public Optional<List<String>> find(CharSequence text) {
            return found.apply(text);
        }
    }
}
