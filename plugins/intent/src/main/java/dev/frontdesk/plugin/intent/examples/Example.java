package dev.frontdesk.plugin.intent.examples;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A message and what it is about.
 *
 * @param intent empty for a message that is about none of the intents
 */
public record Example(String text, Optional<String> intent) {
    private static final Set<String> OUT_OF_SCOPE =
            Set.of("", "oos", "out_of_scope", "out-of-scope", "out of scope", "no_nodes_detected");

    public static Example of(String text, String label) {
        var name = label.strip();
        return new Example(
                text.strip(),
                OUT_OF_SCOPE.contains(name.toLowerCase(Locale.ROOT)) ? Optional.empty() : Optional.of(name));
    }
}
