package dev.frontdesk.engine.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.frontdesk.api.Regex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** RE2 with bounds on the program and on the text, so that time is bounded too. */
final class Re2Regex implements Regex {
    private static final int LONGEST_SOURCE = 1_000;
    private static final int LARGEST_PROGRAM = 1_000;

    /** Only so much of a text is looked at: 1,000 states over a megabyte would take seconds. */
    static final int LONGEST_TEXT = 10_000;

    private final Pattern pattern;

    private Re2Regex(Pattern pattern) {
        this.pattern = pattern;
    }

    static Re2Regex compile(String source) {
        if (source.length() > LONGEST_SOURCE) {
            throw new ExpressionException(
                    "the regular expression has " + source.length() + " characters; at most " + LONGEST_SOURCE);
        }
        var pattern = parse(source);
        if (pattern.programSize() > LARGEST_PROGRAM) {
            throw new ExpressionException("the regular expression '" + source + "' is too large: "
                    + pattern.programSize() + " states, at most " + LARGEST_PROGRAM + "; use smaller repetitions");
        }
        return new Re2Regex(pattern);
    }

    private static Pattern parse(String source) {
        try {
            return Pattern.compile(source);
        } catch (PatternSyntaxException e) {
            throw new ExpressionException("regular expression '" + source + "': " + e.getMessage());
        }
    }

    @Override
    public Optional<List<String>> find(CharSequence text) {
        var matcher = pattern.matcher(shortened(text));
        if (!matcher.find()) {
            return Optional.empty();
        }
        var groups = new ArrayList<String>();
        for (int i = 0; i <= matcher.groupCount(); i++) {
            var group = matcher.group(i);
            groups.add(group == null ? "" : group);
        }
        return Optional.of(List.copyOf(groups));
    }

    boolean found(CharSequence text) {
        return pattern.matcher(shortened(text)).find();
    }

    private static CharSequence shortened(CharSequence text) {
        return text.length() <= LONGEST_TEXT ? text : text.subSequence(0, LONGEST_TEXT);
    }

    @Override
    public String source() {
        return pattern.pattern();
    }
}
