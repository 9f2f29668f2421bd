package dev.frontdesk.engine.lane;

import dev.frontdesk.engine.job.Job;
import dev.frontdesk.api.channel.Batch;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Intake.Accepted;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.engine.port.StoreException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The slow way for what the fast one failed on: one thing per transaction, and what fails even so becomes a dead letter. */
final class Rescue {
    private static final Logger log = LoggerFactory.getLogger(Rescue.class);

    private static final int CONFLICTS = 10;

    private Rescue() {}

    static List<Accepted> arrival(Store.Writer writer, Turn.Tools tools, Job.Arrive arrive) {
        var answers = new ArrayList<Accepted>();
        for (Inbound item : arrive.batch().items()) {
            answers.add(item(writer, tools, arrive, item));
        }
        var cursors =
                new Batch(List.of(), arrive.batch().cursors(), arrive.batch().fence());
        writer.transact(tx -> Turn.run(tools, tx, List.of(arrival(arrive, cursors)), false, Turn.Room.NONE));
        return answers;
    }

    private static Accepted item(Store.Writer writer, Turn.Tools tools, Job.Arrive arrive, Inbound item) {
        var alone = arrival(arrive, new Batch(List.of(item), Map.of(), OptionalLong.empty()));
        try {
            return store(writer, tools, alone);
        } catch (RuntimeException e) {
            if (e instanceof StoreException failed && failed.kind() != StoreException.Kind.REFUSED) {
                throw e; // it is not the item's fault, and it comes again
            }
            log.warn(
                    "channel {}: item '{}' cannot be stored and is kept as a dead letter",
                    arrive.channel(),
                    item.id(),
                    e);
            var letter = arrival(
                    arrive,
                    Batch.of(new Inbound.Unreadable(item.id(), "could not be stored: " + e.getMessage(), item.raw())));
            return store(writer, tools, letter);
        }
    }

    private static Accepted store(Store.Writer writer, Turn.Tools tools, Job.Arrive one) {
        Outcome outcome = writer.transact(tx -> Turn.run(tools, tx, List.of(one), false, Turn.Room.NONE));
        return outcome.accepted.getOrDefault(one, List.of(Accepted.DUPLICATE)).getFirst();
    }

    private static Job.Arrive arrival(Job.Arrive like, Batch batch) {
        return new Job.Arrive(like.channel(), batch, new CompletableFuture<>());
    }

    /** Each contact of the partitions on its own. */
    static void catchup(Store.Writer writer, Turn.Tools tools, Set<Integer> parts) {
        var contacts = new LinkedHashMap<Long, List<Mail>>();
        writer.transact(tx -> tx.mailboxIn(tx.lockPartitions(parts), Turn.CATCHUP))
                .forEach(mail -> contacts.computeIfAbsent(mail.contact(), _ -> new ArrayList<>())
                        .add(mail));
        contacts.forEach((contact, mail) -> contact(writer, tools, contact, mail, 0));
    }

    private static void contact(Store.Writer writer, Turn.Tools tools, long contact, List<Mail> mail, int conflicts) {
        try {
            writer.transact(tx -> {
                if (!tx.lockPartitions(Set.of(mail.getFirst().part())).isEmpty()) {
                    var waiting = Map.of(contact, tx.mailboxOf(Set.of(contact)));
                    tx.apply(tools.computer()
                            .run(watch -> tools.advance().compute(tx.load(Set.of(contact)), waiting, watch)));
                }
                return true;
            });
        } catch (RuntimeException e) {
            if (e instanceof StoreException failed && failed.kind() == StoreException.Kind.AWAY) {
                throw e;
            }
            if (e instanceof StoreException failed
                    && failed.kind() == StoreException.Kind.CONFLICT
                    && conflicts < CONFLICTS) {
                contact(writer, tools, contact, mail, conflicts + 1);
                return;
            }
            log.error("contact {}: mail is kept as dead letters, for it cannot be worked through", contact, e);
            writer.transact(tx -> {
                if (!tx.lockPartitions(Set.of(mail.getFirst().part())).isEmpty()) {
                    tx.apply(
                            tools.advance().deadLetters(tx.mailboxOf(Set.of(contact)), String.valueOf(e.getMessage())));
                }
                return true;
            });
        }
    }
}
