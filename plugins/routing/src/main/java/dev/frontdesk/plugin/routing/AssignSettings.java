package dev.frontdesk.plugin.routing;

import dev.frontdesk.api.Setting;
import dev.frontdesk.api.Template;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The keys of an {@code assign} step. Without a team it takes what a {@code route} step found. */
public record AssignSettings(
        @Setting(shorthand = true, doc = "Whose queue; without it the variable named by 'from'.")
        Optional<String> team,

        @Setting(value = "team", doc = "The variable that holds the team; a route step sets 'team'.")
        String from,

        @Setting(doc = "Only this member of the team, by sign-in name; empty means any.")
        Optional<Template> agent,

        @Setting(doc = "Higher goes first in the queue; without it what the route step found, else 0.")
        Optional<Integer> priority,

        @Setting(doc = "What an agent must be good at, besides what the route step found.")
        Set<String> skills,

        @Setting(value = "1h", doc = "How long to wait for an agent before the branch 'timeout'; 0 does not wait.")
        Duration waitTimeout,

        @Setting(value = "false", doc = "True to take the conversation out of the queue when the time is up.")
        boolean leaveQueue,

        @Setting(value = "end", doc = "What the workflow does once an agent has it: end or continue.")
        Then then) {

    /** What follows an assignment. */
    public enum Then {
        END,
        CONTINUE
    }

    public AssignSettings {
        skills = Set.copyOf(skills);
        if (waitTimeout.isNegative()) {
            throw new IllegalArgumentException("the wait-timeout is negative");
        }
    }
}
