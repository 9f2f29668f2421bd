package dev.frontdesk.simulator.rehearsal;

import dev.frontdesk.engine.model.OutboxRow;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts what becomes durable while a scenario plays, and what happens outside between two commits; says when the process is to die.
 * Safe for use by many threads.
 */
public final class Journal {

    /** When the process dies. */
    public sealed interface Death {
        record Never() implements Death {}

        /** Right after so many commits: nobody was told yet. */
        record AfterCommit(int number) implements Death {}

        /** With everything of the so-manieth commit written and nothing committed: whoever was told of it was told too early. */
        record BeforeCommit(int number) implements Death {}
    }

    private final Death death;
    private final Map<Long, OutboxRow> inFlight = new LinkedHashMap<>();
    private final Set<Long> interrupted = new HashSet<>();
    private int commits;
    private int activity;
    private Optional<String> died = Optional.empty();

    public Journal(Death death) {
        this.death = death;
    }

    /** Something happened at a provider that no rollback undoes. */
    synchronized void outside() {
        activity++;
    }

    /** True when the process dies with this transaction open. */
    synchronized boolean diesBefore(Held held) {
        boolean dies = died.isEmpty() && death.equals(new Death.BeforeCommit(commits + 1));
        if (dies) {
            died = Optional.of("before commit " + (commits + 1) + " (" + held + ")");
        }
        return dies;
    }

    /** True when the process dies with this commit. */
    synchronized boolean diesAfter(Held held) {
        commits++;
        activity++;
        inFlight.putAll(held.claimed);
        inFlight.keySet().removeAll(held.settled);
        boolean dies = died.isEmpty() && death.equals(new Death.AfterCommit(commits));
        if (dies) {
            died = Optional.of("after commit " + commits + " (" + held + ")");
        }
        return dies;
    }

    /** Rises with all that happens. */
    synchronized int activity() {
        return activity;
    }

    /** Messages that were being sent and of which the store does not know what became. */
    synchronized Map<Long, OutboxRow> inFlight() {
        return new LinkedHashMap<>(inFlight);
    }

    /** Remembers what was on its way when the process died. */
    synchronized void restarted() {
        interrupted.addAll(inFlight.keySet());
    }

    synchronized Set<Long> interrupted() {
        return Set.copyOf(interrupted);
    }

    public synchronized int commits() {
        return commits;
    }

    /** Where the process died, if it did. */
    public synchronized Optional<String> died() {
        return died;
    }
}
