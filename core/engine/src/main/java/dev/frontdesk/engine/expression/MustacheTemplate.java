package dev.frontdesk.engine.expression;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Template;
import dev.frontdesk.api.Value;
import java.util.LinkedHashSet;
import java.util.Set;

/** A template over facts: one pass, no escaping, nothing but values. */
final class MustacheTemplate implements Template {
    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .escapeHTML(false)
            .defaultValue("")
            .emptyStringIsFalse(true)
            .withFormatter(MustacheTemplate::text)
            .withCollector(new FactsCollector());

    private final String source;
    private final com.samskivert.mustache.Template compiled;
    private final Set<String> names;

    private MustacheTemplate(String source, com.samskivert.mustache.Template compiled, Set<String> names) {
        this.source = source;
        this.compiled = compiled;
        this.names = names;
    }

    static MustacheTemplate compile(String source) {
        try {
            var compiled = COMPILER.compile(source);
            compiled.visit(new Names(true));
            var names = new Names(false);
            compiled.visit(names);
            return new MustacheTemplate(source, compiled, Set.copyOf(names.found));
        } catch (MustacheException | IndexOutOfBoundsException e) { // the latter for {{}}
            throw new ExpressionException("template '" + source + "': " + e.getMessage());
        }
    }

    private static String text(Object shown) {
        return switch (shown) {
            case Value value -> value.asText();
            case Facts _ -> ""; // {{.}} outside of any section
            default -> shown.toString();
        };
    }

    @Override
    public Set<String> names() {
        return names;
    }

    @Override
    public String render(Facts facts) {
        return compiled.execute(facts);
    }

    @Override
    public String source() {
        return source;
    }

    private static final class Names implements Mustache.Visitor {
        private final Set<String> found = new LinkedHashSet<>();
        private final boolean intoSections;

        private Names(boolean intoSections) {
            this.intoSections = intoSections;
        }

        @Override
        public void visitText(String text) {
            if (text.contains("{{")) {
                throw new MustacheException("a {{ is not closed");
            }
        }

        @Override
        public void visitVariable(String name) {
            found.add(name);
        }

        @Override
        public boolean visitInclude(String name) {
            throw new MustacheException("{{>" + name + "}} includes another template, which is not possible here");
        }

        @Override
        public boolean visitParent(String name) {
            return visitInclude(name);
        }

        @Override
        public boolean visitSection(String name) {
            found.add(name);
            return intoSections;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            found.add(name);
            return true;
        }
    }
}
