package dev.frontdesk.app.config;

import java.util.Optional;
import java.util.Set;

/**
 * The teams and agents that settings may name.
 *
 * @param teams empty: nothing is known, so nothing is checked
 */
public record Known(Optional<Set<String>> teams, Optional<Set<String>> agents) {

    public static Known nothing() {
        return new Known(Optional.empty(), Optional.empty());
    }

    public static Known of(Set<String> teams, Set<String> agents) {
        return new Known(Optional.of(Set.copyOf(teams)), Optional.of(Set.copyOf(agents)));
    }
}
