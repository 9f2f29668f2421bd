package dev.frontdesk.engine.lane;

import dev.frontdesk.api.Value;
import dev.frontdesk.engine.file.Fetcher;
import dev.frontdesk.engine.job.Mails;
import dev.frontdesk.engine.job.Job;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.port.Due;
import dev.frontdesk.engine.port.Store;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks twice a second for what nobody was told of: timers, mail left by a node that died, sends that are due, teams with a queue.
 * What is found goes through the lanes like everything else. Has a thread of its own.
 */
final class Sweeper implements Runnable {
    static final int MILLIS = 500;
    private static final int MOST = 500;
    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    private final Store store;
    private final InstantSource clock;
    private final Lanes lanes;
    private final Fetcher fetcher;
    private final Set<Long> posted = new HashSet<>();
    private int round;

    Sweeper(Store store, InstantSource clock, Lanes lanes, Fetcher fetcher) {
        this.store = store;
        this.clock = clock;
        this.lanes = lanes;
        this.fetcher = fetcher;
    }

    @Override
    public synchronized void run() {
        try {
            sweep();
        } catch (RuntimeException e) {
            log.debug("a sweep failed; the next one comes in {} ms", MILLIS, e);
        }
    }

    private void sweep() {
        Due due = store.due();
        long now = clock.millis();
        var timers = due.timers(now, MOST);
        timers.stream()
                .filter(timer -> posted.add(timer.run() * 31 + timer.rev()))
                .forEach(timer ->
                        lanes.add(new Job.Note(timer.contact(), Mail.Kind.TIMER, Mails.run(timer.run(), timer.rev()))));
        due.idle(now, MOST).stream()
                .filter(idle -> posted.add(idle.conversation() * 31 + idle.at()))
                .forEach(idle -> lanes.add(new Job.Note(
                        idle.contact(),
                        Mail.Kind.IDLE,
                        new Value.Fields(Map.of("conversation", Value.of(Long.toString(idle.conversation())))))));
        var parts = due.partitionsWithMail(now - MILLIS);
        if (!parts.isEmpty()) {
            lanes.catchup(new HashSet<>(parts));
        }
        var contacts = due.contactsToSend(now, MOST);
        if (!contacts.isEmpty()) {
            lanes.add(new Job.Send(new LinkedHashSet<>(contacts)));
        }
        var actions = due.actions(now, MOST);
        if (!actions.isEmpty()) {
            lanes.add(new Job.Act(new LinkedHashSet<>(actions)));
        }
        fetcher.sweep();
        if (round++ % 2 == 0) {
            everySecond(due);
        }
    }

    /** A timer that was posted is posted again only when a while has passed: its mail may have been lost with another node. */
    private void everySecond(Due due) {
        if (round % 20 == 1) {
            posted.clear();
            due.abandonedSends();
            due.abandonedActions();
            due.abandonedFetches();
            fetcher.sweepExpired();
        }
        due.merges(MOST).stream()
                .filter(order -> posted.add(order.id()))
                .forEach(order -> lanes.add(new Job.Merge(order)));
        var teams = due.teamsWithQueueOrLoadChanges();
        if (!teams.isEmpty()) {
            lanes.add(new Job.Match(new LinkedHashSet<>(teams)));
        }
    }
}
