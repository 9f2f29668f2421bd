package dev.frontdesk.api.channel;

import dev.frontdesk.api.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was said on this channel, for a channel that shows the thread itself. The same on every node. */
public interface History {

    /**
     * The lines of a person's thread on this channel after a position, oldest first: what they wrote and what was sent to them.
     * Internal notes are never among them. Empty for a person nobody knows.
     *
     * @param after 0 for the beginning
     */
    List<Line> after(String identity, long after, int limit);

    /** Waits until there may be a line after the position, at most so long. False when the time was over. */
    boolean await(String identity, long after, Duration most) throws InterruptedException;

    /**
     * Whose thread a letter belongs to that somebody wrote. It is their own, unless it refers to the thread of a person in which
     * they are a {@link Participant.Standing#ACTIVE known} participant; that they merely know a letter of it counts for nothing.
     *
     * @param writer who wrote it
     * @param references the names of letters it refers to, the nearest first; at most 20 are looked at
     * @param subject where no reference is known: a subject under which the thread ran, without {@code Re:} and the like; empty
     *     not to go by the subject
     * @return the identity of the person whose thread it is
     */
    default Optional<String> thread(String writer, List<String> references, String subject) {
        return Optional.empty();
    }

    /** To whom one of our messages on this channel went. */
    default Optional<Address> addressee(MessageId ours) {
        return Optional.empty();
    }

    /**
     * One message.
     *
     * @param position where to go on reading; rises within a thread
     * @param key the {@link Inbound#id()} of the person's own message, empty for ours
     * @param author {@code contact}, {@code bot}, {@code agent} or {@code system}
     * @param name the author's display name, empty for the contact and the bot
     */
    record Line(long position, String key, String author, String name, Content content, Instant at) {}
}
