package dev.frontdesk.plugin.routing;

import dev.frontdesk.api.Condition;
import dev.frontdesk.api.Setting;
import java.util.Optional;
import java.util.Set;

/** One rule of a {@code route} step. */
public record RouteRule(
        @Setting(doc = "When the rule applies.") Condition when,

        @Setting(doc = "Whose queue the conversation goes to.")
        String team,

        @Setting(value = "0", doc = "Higher goes first in the queue.")
        int priority,

        @Setting(doc = "What an agent must be good at; all of them.")
        Set<String> skills,

        @Setting(doc = "What the rule is called in the history; without it the condition itself.")
        Optional<String> name) {

    public RouteRule {
        skills = Set.copyOf(skills);
    }

    String title() {
        return name.orElse(when.source());
    }
}
