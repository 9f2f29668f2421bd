package dev.frontdesk.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The words of a rich message, in their order; its pictures and forms are not read. */
final class RichText {

    /** Each of these stands on a line of its own. */
    private static final Set<String> LINES = Set.of("blocks", "items", "cells");

    private static final List<String> WORDS =
            List.of("label", "summary", "text", "blocks", "items", "cells", "caption");

    private final StringBuilder words = new StringBuilder();

    private RichText() {}

    static Optional<String> of(JsonNode message) {
        var text = new RichText();
        text.read(message, false);
        return Optional.of(text.words.toString().strip()).filter(words -> !words.isEmpty());
    }

    private void read(JsonNode node, boolean lines) {
        if (node.isTextual()) {
            words.append(node.textValue());
        } else if (node.isArray()) {
            for (var element : node) {
                read(element, lines);
                words.append(lines ? "\n" : "");
            }
        } else if (node.isObject()) {
            for (var key : WORDS) {
                read(node.path(key), LINES.contains(key));
                words.append(key.equals("label") && node.has(key) ? " " : "");
            }
        }
    }
}
