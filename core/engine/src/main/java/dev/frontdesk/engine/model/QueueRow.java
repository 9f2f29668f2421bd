package dev.frontdesk.engine.model;

import java.util.Set;

/**
 * A conversation that waits for an agent of a team.
 *
 * @param agent the only one who may get it, "" for any
 * @param exclude who must not get it
 * @param windowEnds when the contact could no longer be answered freely, as known when it was put here; 0 for never
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
        String language,
        long windowEnds) {

    public QueueRow(
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
        this(conversation, contact, team, agent, priority, enqueuedAt, epoch, skills, exclude, channel, language, 0);
    }

    public QueueRow ending(long at) {
        return at == windowEnds
                ? this
                : new QueueRow(
                        conversation,
                        contact,
                        team,
                        agent,
                        priority,
                        enqueuedAt,
                        epoch,
                        skills,
                        exclude,
                        channel,
                        language,
                        at);
    }

    public QueueRow {
        skills = Set.copyOf(skills);
        exclude = Set.copyOf(exclude);
    }
}
