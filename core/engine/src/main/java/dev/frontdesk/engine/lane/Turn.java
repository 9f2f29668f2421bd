package dev.frontdesk.engine.lane;

import dev.frontdesk.api.Value;
import dev.frontdesk.engine.job.Job;
import dev.frontdesk.engine.conversation.Advance;
import dev.frontdesk.engine.intake.Arrivals;
import dev.frontdesk.engine.intake.Signals;
import dev.frontdesk.engine.file.Fetcher;
import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.engine.model.Changes;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.model.Head;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.model.MergeOrder;
import dev.frontdesk.engine.model.OutboxRow;
import dev.frontdesk.engine.model.SendResult;
import dev.frontdesk.engine.outbox.Statuses;
import dev.frontdesk.engine.port.Surroundings;
import dev.frontdesk.engine.port.Transaction;
import dev.frontdesk.engine.port.Transaction.ActionOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One transaction: accept what came in, advance the contacts whose partitions are free, write what sends and actions came to, and
 * claim the next ones. The number of statements does not depend on how much there is.
 */
final class Turn {
    static final int CATCHUP = 1000;

    /** What a turn needs; the same for all turns of a lane. */
    record Tools(
            Arrivals arrivals,
            Advance advance,
            Computer computer,
            Surroundings surroundings,
            java.time.InstantSource clock,
            LeaseClock leases,
            int node) {}

    /** How many sends and actions may be claimed. */
    record Room(int sends, int actions) {
        static final Room NONE = new Room(0, 0);
    }

    private final Tools tools;
    private final Transaction tx;
    private final boolean advancing;
    private final Outcome outcome = new Outcome();

    private Turn(Tools tools, Transaction tx, boolean advancing) {
        this.tools = tools;
        this.tx = tx;
        this.advancing = advancing;
    }

    /** @param advancing false to store only: what the mail does comes later */
    static Outcome run(Tools tools, Transaction tx, List<Job> jobs, boolean advancing, Room room) {
        return new Turn(tools, tx, advancing).run(jobs, room);
    }

    /** Mail that is stored already, or was by this transaction, is advanced as far as partitions are free. */
    static Outcome advance(Tools tools, Transaction tx, Map<Long, List<Mail>> fresh) {
        var turn = new Turn(tools, tx, true);
        turn.advance(fresh, Set.of());
        return turn.outcome;
    }

    /** Makes two contacts one, or answers empty when somebody is at work on one of them. */
    static Optional<Outcome> merge(Tools tools, Transaction tx, MergeOrder order) {
        var turn = new Turn(tools, tx, true);
        boolean done = order.undo() ? turn.part(order) : turn.merge(order);
        return done ? Optional.of(turn.outcome) : Optional.empty();
    }

    /** The other way round: what was said meanwhile stays where it was said, and each goes on with what is theirs. */
    private boolean part(MergeOrder order) {
        var heads = tx.lock(List.of(order.one(), order.other()));
        var undo = tx.lockUndo(order.id());
        if (undo.isEmpty()) {
            return true;
        }
        var stays = Objects.requireNonNull(heads.get(order.one()));
        var back = undo.get().back();
        var parts = new HashSet<>(List.of(stays.part(), back.part()));
        if (!tx.lockPartitions(parts).containsAll(parts)) {
            return false;
        }
        finishWaiting(List.of(stays.contact(), back.contact()));
        long now = tools.clock().millis();
        long seq = Math.max(stays.nextSeq(), back.nextSeq());
        var mail = Parting.mail(order, undo.get(), stays, seq, now);
        var states = tx.load(List.of(stays.contact(), back.contact()));
        var changes = tools.computer().run(watch -> tools.advance().compute(states, mail, watch));
        if (!changes.deadLetters.isEmpty()) {
            throw new IllegalStateException("contacts " + stays.contact() + " and " + back.contact()
                    + " cannot be parted: " + changes.deadLetters.getFirst().reason());
        }
        apply(changes, mail);
        // Both go on behind the merge: whoever reads a thread on from a place misses nothing.
        tx.saveSequences(Map.of(stays.contact(), seq + 1, back.contact(), seq + 1));
        tx.parted(order.id(), back.contact(), stays.contact(), undo.get().gone());
        return true;
    }

    private boolean merge(MergeOrder order) {
        var heads = tx.lock(List.of(order.one(), order.other()));
        Head one = heads.get(order.one());
        Head other = heads.get(order.other());
        if (one == null || other == null || !tx.lockOrder(order.id())) {
            return true;
        }
        long now = tools.clock().millis();
        if (one.contact() == other.contact()) {
            tx.merged(order.id(), one.contact(), one.contact(), 0, now);
            return true;
        }
        var parts = new HashSet<>(List.of(one.part(), other.part()));
        if (!tx.lockPartitions(parts).containsAll(parts)) {
            return false;
        }
        finishWaiting(List.of(one.contact(), other.contact()));
        var states = tx.load(List.of(one.contact(), other.contact()));
        var merger = Merger.of(
                Objects.requireNonNull(states.get(one.contact())), Objects.requireNonNull(states.get(other.contact())));
        long seq = Math.max(one.nextSeq(), other.nextSeq());
        var mail = merger.mail(seq, now, order.reason());
        var changes = tools.computer().run(watch -> tools.advance().compute(states, mail, watch));
        if (!changes.deadLetters.isEmpty()) {
            throw new IllegalStateException("contacts " + one.contact() + " and " + other.contact()
                    + " cannot be merged: " + changes.deadLetters.getFirst().reason());
        }
        apply(changes, mail);
        // The survivor's places go on behind the loser's, for a thread is read by them.
        tx.saveSequences(Map.of(merger.loser(), seq + 1, merger.survivor(), seq + 1));
        tx.merged(order.id(), merger.loser(), merger.survivor(), merger.closed(), now);
        return true;
    }

    /** What waits in their mailboxes comes before the merge, so nothing has to change hands. */
    private void finishWaiting(List<Long> contacts) {
        var todo = new LinkedHashMap<Long, List<Mail>>();
        tx.mailboxOf(contacts)
                .forEach(mail -> todo.computeIfAbsent(mail.contact(), _ -> new ArrayList<>())
                        .add(mail));
        if (!todo.isEmpty()) {
            var states = tx.load(todo.keySet());
            apply(tools.computer().run(watch -> tools.advance().compute(states, todo, watch)), Map.of());
        }
    }

    private Outcome run(List<Job> jobs, Room room) {
        var notes = new ArrayList<Job.Note>();
        var results = new ArrayList<SendResult>();
        var acted = new ArrayList<ActionOutcome>();
        var fetched = new ArrayList<Job.Fetched>();
        var sendFor = new LinkedHashSet<Long>();
        var act = new LinkedHashSet<Long>();
        var parts = new HashSet<Integer>();
        var facts = new ArrayList<Fact>();
        var arrivals = new ArrayList<Job.Arrive>();
        var commands = new ArrayList<Job.Command>();
        for (Job job : jobs) {
            switch (job) {
                case Job.Arrive arrive -> arrivals.add(arrive);
                case Job.Command command -> commands.add(command);
                case Job.Note note -> notes.add(note);
                case Job.Sent sent -> {
                    results.add(sent.result());
                    notes.addAll(sent.notes());
                    sendFor.add(sent.contact());
                }
                case Job.Acted done -> {
                    acted.add(done.outcome());
                    notes.addAll(done.notes());
                }
                case Job.Send send -> sendFor.addAll(send.contacts());
                case Job.Act action -> act.addAll(action.actions());
                case Job.Fetch fetch -> outcome.asked.addAll(fetch.attachments());
                case Job.Fetched done -> fetched.add(done);
                case Job.Catchup catchup -> parts.addAll(catchup.parts());
                case Job.Merge merge -> outcome.merges.add(merge.order());
                case Job.Match match -> outcome.teams.addAll(match.teams());
                case Job.Tell tell -> facts.addAll(tell.facts());
            }
        }
        var intake = tools.arrivals().accept(tx, arrivals, commands, notes);
        outcome.accepted.putAll(intake.accepted());
        outcome.commands.putAll(intake.commands());
        outcome.threads.addAll(intake.threads());
        outcome.contacts.putAll(intake.contacts());
        outcome.later.addAll(intake.later());
        outcome.filed.addAll(intake.filed());
        outcome.merges.addAll(intake.merges());
        outcome.messages = intake.messages();
        facts.addAll(intake.facts());
        if (advancing) {
            advance(intake.mail(), parts);
        } else {
            leaveBehind(intake.mail().values());
        }
        settle(results, acted, facts);
        settleFiles(fetched, facts);
        tx.append(facts);
        outcome.told |= !facts.isEmpty();
        claim(sendFor, act, room);
        return outcome;
    }

    private void leaveBehind(Collection<List<Mail>> mail) {
        var all = mail.stream().flatMap(List::stream).toList();
        tx.post(all);
        all.forEach(one -> outcome.leftBehind.add(one.part()));
    }

    /** Fresh mail of contacts whose partition is free joins what waits in their mailboxes; the rest goes into the mailbox. */
    private void advance(Map<Long, List<Mail>> fresh, Set<Integer> catchup) {
        var wanted = new HashSet<>(catchup);
        fresh.values().forEach(mail -> wanted.add(mail.getFirst().part()));
        if (wanted.isEmpty()) {
            return;
        }
        Set<Integer> locked = tx.lockPartitions(wanted);
        var mine = new TreeMap<Long, List<Mail>>();
        var others = new ArrayList<List<Mail>>();
        fresh.forEach((contact, mail) -> {
            if (locked.contains(mail.getFirst().part())) {
                mine.put(contact, mail);
            } else {
                others.add(mail);
            }
        });
        leaveBehind(others);
        var todo = withWaiting(mine, catchup, locked);
        if (!todo.isEmpty()) {
            var states = tx.load(todo.keySet());
            apply(tools.computer().run(watch -> tools.advance().compute(states, todo, watch)), mine);
        }
    }

    private Map<Long, List<Mail>> withWaiting(Map<Long, List<Mail>> mine, Set<Integer> catchup, Set<Integer> locked) {
        var todo = new LinkedHashMap<Long, List<Mail>>();
        tx.mailboxOf(mine.keySet())
                .forEach(mail -> todo.computeIfAbsent(mail.contact(), _ -> new ArrayList<>())
                        .add(mail));
        mine.forEach((contact, mail) ->
                todo.computeIfAbsent(contact, _ -> new ArrayList<>()).addAll(mail));
        var behind = catchup.stream().filter(locked::contains).toList();
        var waiting = tx.mailboxIn(behind, CATCHUP);
        var caught = new LinkedHashMap<Long, List<Mail>>();
        waiting.forEach(mail ->
                caught.computeIfAbsent(mail.contact(), _ -> new ArrayList<>()).add(mail));
        caught.forEach(todo::putIfAbsent);
        catchup.stream().filter(part -> !locked.contains(part)).forEach(outcome.leftBehind::add);
        if (waiting.size() >= CATCHUP) {
            outcome.leftBehind.addAll(behind);
        }
        return todo;
    }

    private void apply(Changes changes, Map<Long, List<Mail>> fresh) {
        Set<Mail> neverPosted = Collections.newSetFromMap(new IdentityHashMap<>());
        fresh.values().forEach(neverPosted::addAll);
        changes.consumed.removeIf(neverPosted::contains);
        tx.apply(changes);
        for (OutboxRow row : changes.outbox) {
            outcome.toSend.add(row.contact());
            outcome.threads.add(Signals.key(row.reach().channel(), row.reach().identity()));
        }
        outcome.merges.addAll(changes.merges);
        changes.actions.forEach(action -> outcome.toAct.add(action.id()));
        changes.enqueued.values().forEach(row -> outcome.teams.add(row.team()));
        changes.loadChanges.stream()
                .filter(change -> change.delta() < 0)
                .forEach(change -> outcome.teams.addAll(tools.surroundings().teamsOf(change.agent())));
        outcome.told |= !changes.facts.isEmpty();
    }

    private void settle(List<SendResult> results, List<ActionOutcome> acted, List<Fact> facts) {
        facts.addAll(Statuses.facts(tx.settle(results), tools.clock().millis()));
        tx.settleActions(acted);
    }

    private void settleFiles(List<Job.Fetched> fetched, List<Fact> facts) {
        var changed = tx.settleFetches(fetched.stream().map(Job.Fetched::result).toList());
        for (Job.Fetched one : fetched) {
            var state = one.result().state();
            if (changed.contains(one.result().id()) && state != Attachment.State.WAITING) {
                facts.add(new Fact(
                        "message.file",
                        one.contact(),
                        0,
                        0,
                        tools.clock().millis(),
                        new Value.Fields(Map.of(
                                "message", Value.of(Long.toString(one.message())),
                                "attachment",
                                        Value.of(Long.toString(one.result().id())),
                                "state", Value.of(state.name().toLowerCase(Locale.ROOT)),
                                "why", Value.of(one.result().why())))));
            }
        }
    }

    /** Last in the transaction: a claim waits for nobody, and so holds nobody up. */
    private void claim(LinkedHashSet<Long> sendFor, Set<Long> act, Room room) {
        long now = tools.clock().millis();
        long until = tools.leases().until();
        var contacts = sendFor.stream().limit(room.sends()).toList();
        outcome.sends.addAll(tx.claimSends(contacts, tools.node(), now, until));
        sendFor.stream().skip(room.sends()).forEach(outcome.toSend::add);
        outcome.fetches.addAll(tx.claimFetches(outcome.asked, tools.node(), now, until + Fetcher.DEADLINE.toMillis()));
        // Those left over are found by the sweep.
        outcome.actions.addAll(
                tx.claimActions(act.stream().limit(room.actions()).toList(), tools.node(), now, until));
    }
}
