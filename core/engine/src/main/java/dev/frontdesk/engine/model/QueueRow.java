package dev.frontdesk.engine.model;

import java.util.Set;

/**
 * A conversation that waits for an agent of a team.
 *
 * @param agent the only one who may get it, "" for any
 * @param exclude who must not get it
 */
public record QueueRow(
        long conversation,
        long contact,
        String team,
        String agent,
        int priority,
        long enqueuedAt,
        int epoch,
        Set<String> skills,
        Set<String> exclude,
        String channel,
        String language) {

    public QueueRow {
        skills = Set.copyOf(skills);
        exclude = Set.copyOf(exclude);
    }
}
