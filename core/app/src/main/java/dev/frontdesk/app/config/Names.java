package dev.frontdesk.app.config;

import dev.frontdesk.engine.expression.Spelling;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;

/** How things of Java are called in files, and what an operator probably meant. */
public final class Names {
    private Names() {}

    /** {@code pollTimeout} is {@code poll-timeout}; {@code else_} is {@code else}, which Java keeps for itself. */
    public static String key(String component) {
        var key = new StringBuilder();
        for (char c : component.toCharArray()) {
            if (Character.isUpperCase(c)) {
                key.append('-');
            }
            key.append(Character.toLowerCase(c));
        }
        return key.toString().replaceFirst("_$", "");
    }

    public static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The end of a message about an unknown name: a suggestion, or what there is. */
    public static String hint(String written, Collection<String> known) {
        if (known.isEmpty()) {
            return "; there is none";
        }
        return Spelling.nearest(written, known)
                .map(name -> "; did you mean '" + name + "'?")
                .orElseGet(() -> "; known: " + String.join(", ", new TreeSet<>(known)));
    }

    public static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
