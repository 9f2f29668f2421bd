package dev.frontdesk.app.config;

import dev.frontdesk.api.enrich.Intents;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that settings may use for what the configuration makes. Where a set is empty nothing is known and nothing checked.
 *
 * @param categories for closing a conversation
 * @param intents by name; these are always known
 */
public record Known(
        Optional<Set<String>> teams,
        Optional<Set<String>> agents,
        Optional<Set<String>> categories,
        Map<String, Intents> intents) {

    public Known {
        intents = Map.copyOf(intents);
    }

    public static Known nothing() {
        return new Known(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    public static Known of(Set<String> teams, Set<String> agents, Set<String> categories) {
        return new Known(
                Optional.of(Set.copyOf(teams)),
                Optional.of(Set.copyOf(agents)),
                Optional.of(Set.copyOf(categories)).filter(some -> !some.isEmpty()),
                Map.of());
    }

    public Known with(Map<String, ? extends Intents> all) {
        return new Known(teams, agents, categories, Map.copyOf(all));
    }
}
