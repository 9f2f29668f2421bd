package dev.frontdesk.plugin.intent.suggest;

import java.util.List;
import java.util.Optional;

/**
 * Messages that are alike.
 *
 * @param size how many they are
 * @param examples some of them, the most typical first, none twice
 * @param intent what they are likely about: what most people who re-routed them spoke for, else what most were taken for
 * @param routed how many a person re-routed to that intent
 */
public record Group(int size, List<String> examples, Optional<String> intent, int routed) {
    public Group {
        examples = List.copyOf(examples);
    }
}
