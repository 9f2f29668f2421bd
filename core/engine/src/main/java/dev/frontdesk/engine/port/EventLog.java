package dev.frontdesk.engine.port;

import dev.frontdesk.engine.model.Fact;
import java.util.List;

/** The append-only log of what happened. A reader that goes on from a position never misses what commits later. */
public interface EventLog {

    /** Facts that were committed together, and the position to go on from. */
    record Entry(String position, List<Fact> facts) {}

    /** The position after the newest entry that is safe to read. */
    String end();

    /** Entries after a position, at most so many; stops before transactions that may still commit something earlier. */
    List<Entry> after(String position, int limit);

    /** False when the position is older than what is kept, or no position at all. */
    boolean valid(String position);

    /** Facts of one conversation with a place in the thread, by ord. */
    List<Fact> of(long contact, long fromOrd, long toOrd);
}
