package dev.frontdesk.engine.port;

import dev.frontdesk.engine.model.MergeOrder;
import java.util.List;
import java.util.Set;

/** What the sweeps look for; each a single indexed query on a reading connection. */
public interface Due {

    /** A run whose time is over. */
    record Timer(long contact, long run, int rev) {}

    /** A conversation to be looked at because it may be idle, and since when. */
    record Idle(long contact, long conversation, long at) {}

    List<Timer> timers(long now, int limit);

    List<Idle> idle(long now, int limit);

    /** Partitions with mail that waits longer than a moment. */
    List<Integer> partitionsWithMail(long olderThan);

    /** Contacts with something to send that is due, or whose sender's lease is over. */
    List<Long> contactsToSend(long now, int limit);

    /** Marks sends as unknown whose node's lease is over, by the database's clock; answers how many. */
    int abandonedSends();

    /**
     * Once, before anything is claimed: where no other process can be at work, ends what an earlier one had under way when it
     * died. Its sends are unknown: due when the time is over in which a report may come, and at once where none is waited for. Does
     * nothing where several processes share the store, for their leases decide.
     *
     * @param atOnce channels that do not report, or know a message by its id
     */
    void leftBehind(Set<String> atOnce, long now);

    List<Long> actions(long now, int limit);

    /** Makes actions ready again whose node's lease is over. */
    int abandonedActions();

    /** Files of a channel that are to be fetched now, the oldest first. */
    List<Long> fetches(String channel, long now, int limit);

    /** Files that nobody may fetch any more and that still wait for it. */
    List<Long> expiredFetches(long now, int limit);

    /** Lets files be fetched again whose node's lease is over. */
    int abandonedFetches();

    List<String> teamsWithQueueOrLoadChanges();

    /** Merges that are ordered and not done. */
    List<MergeOrder> merges(int limit);

    /** Contacts with a run that is parked. */
    List<Long> parked(int limit);
}
