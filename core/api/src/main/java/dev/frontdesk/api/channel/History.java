package dev.frontdesk.api.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

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
     * One message.
     *
     * @param position where to go on reading; rises within a thread
     * @param key the {@link Inbound#id()} of the person's own message, empty for ours
     * @param author {@code contact}, {@code bot}, {@code agent} or {@code system}
     * @param name the author's display name, empty for the contact and the bot
     */
    record Line(long position, String key, String author, String name, Content content, Instant at) {}
}
