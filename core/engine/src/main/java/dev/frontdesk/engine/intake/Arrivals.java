package dev.frontdesk.engine.intake;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Details;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Intake.Accepted;
import dev.frontdesk.engine.Ids;
import dev.frontdesk.engine.job.Copies;
import dev.frontdesk.engine.job.Job;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.model.Head;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.model.MergeOrder;
import dev.frontdesk.engine.port.StoreException;
import dev.frontdesk.engine.port.Transaction.Identity;
import dev.frontdesk.engine.port.Transaction.Newcomer;
import dev.frontdesk.engine.port.Transaction;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The accepting part of a turn: finds or makes the contacts, locks them in order, drops what is there already, and gives
 * everything new its place. Safe for use by several lanes.
 */
public final class Arrivals {
    private static final int KNOWN = 50_000;

    private final Ids ids;
    private final InstantSource clock;
    private final Map<Identity, Known> cache = Collections.synchronizedMap(new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Identity, Known> eldest) {
            return size() > KNOWN;
        }
    });

    public Arrivals(Ids ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** Whose an identity is, as long as nobody was parted from that contact. */
    public record Known(long contact, int partings) {}

    /** What was accepted, and the mail it makes, by contact and in order. */
    public record Result(
            Map<Job.Arrive, List<Accepted>> accepted,
            Map<Job.Command, Boolean> commands,
            Map<Long, List<Mail>> mail,
            List<Fact> facts,
            Set<String> threads,
            Map<Identity, Known> contacts,
            List<Job.Note> later,
            Set<String> filed,
            List<MergeOrder> merges,
            int messages) {}

    public Result accept(Transaction tx, List<Job.Arrive> arrivals, List<Job.Command> commands, List<Job.Note> notes) {
        var contacts = contacts(tx, arrivals);
        var wanted = new LinkedHashSet<>(contacts.values());
        commands.forEach(command -> wanted.add(command.order().contact()));
        notes.forEach(note -> wanted.add(note.contact()));
        var heads = tx.lock(wanted);
        doubt(contacts, heads);
        var known = new HashSet<>(tx.known(keys(arrivals, commands)));
        known.addAll(Aside.known(tx, arrivals, ids, clock.millis()));
        var sheet = new Sheet(ids, clock.millis(), heads, known, contacts);
        var accepted = new HashMap<Job.Arrive, List<Accepted>>();
        for (Job.Arrive arrive : arrivals) {
            var answers = new ArrayList<Accepted>();
            arrive.batch().items().forEach(item -> answers.add(sheet.item(arrive.channel(), item)));
            accepted.put(arrive, List.copyOf(answers));
        }
        var taken = new HashMap<Job.Command, Boolean>();
        commands.forEach(command -> taken.put(command, sheet.command(command)));
        notes.forEach(sheet::note);
        sheet.write(tx);
        tx.saveCursors(cursors(arrivals));
        return new Result(
                accepted,
                taken,
                sheet.mail(),
                sheet.facts(),
                sheet.threads(),
                current(contacts, heads),
                sheet.later(),
                sheet.filed(),
                sheet.merges(),
                sheet.messages());
    }

    private Map<Identity, Long> contacts(Transaction tx, List<Job.Arrive> arrivals) {
        var wanted = new LinkedHashMap<Identity, Newcomer>();
        var found = new HashMap<Identity, Long>();
        for (Job.Arrive arrive : arrivals) {
            for (Inbound item : arrive.batch().items()) {
                sender(item).ifPresent(from -> {
                    var identity = identity(arrive.channel(), from);
                    var contact = cache.get(identity);
                    if (contact != null) {
                        found.put(identity, contact.contact());
                    } else {
                        wanted.putIfAbsent(identity, newcomer(identity, item));
                    }
                });
            }
        }
        var pairs = Aliases.in(arrivals);
        pairs.forEach(pair -> {
            var contact = cache.get(pair.alias());
            if (contact != null) {
                found.put(pair.alias(), contact.contact());
            } else {
                wanted.putIfAbsent(pair.alias(), newcomer(pair.alias(), pair.item()));
            }
        });
        if (!wanted.isEmpty()) {
            found.putAll(tx.find(wanted.keySet()));
            wanted.keySet().removeAll(found.keySet());
            Aliases.resolve(tx, pairs, wanted, found);
            found.putAll(tx.create(wanted.values()));
        }
        return found;
    }

    /**
     * Somebody was parted from a contact since we learned whose an identity is: it may be the other's by now, who is not locked. All
     * is forgotten that may be wrong, and done again.
     */
    private void doubt(Map<Identity, Long> contacts, Map<Long, Head> heads) {
        boolean wrong = false;
        for (var entry : contacts.entrySet()) {
            var remembered = cache.get(entry.getKey());
            Head head = heads.get(entry.getValue());
            if (remembered != null
                    && head != null
                    && head.contact() == remembered.contact()
                    && head.partings() != remembered.partings()) {
                cache.remove(entry.getKey());
                wrong = true;
            }
        }
        if (wrong) {
            throw new StoreException(
                    StoreException.Kind.CONFLICT,
                    "a merge was undone meanwhile",
                    new IllegalStateException("identities have gone back"));
        }
    }

    /** Whose they are by now: who was merged is not remembered. */
    private static Map<Identity, Known> current(Map<Identity, Long> contacts, Map<Long, Head> heads) {
        var current = new HashMap<Identity, Known>();
        contacts.forEach((identity, contact) -> {
            Head head = heads.get(contact);
            current.put(identity, head == null ? new Known(contact, 0) : new Known(head.contact(), head.partings()));
        });
        return current;
    }

    /** What is committed may be remembered; what was rolled back must not be, so this is called after the commit. */
    public void remember(Map<Identity, Known> committed) {
        cache.putAll(committed);
    }

    private Newcomer newcomer(Identity identity, Inbound item) {
        Details details = item instanceof Inbound.Message message
                        && message.details().letter().writer().isEmpty()
                ? message.details()
                : Details.none();
        return new Newcomer(
                identity,
                ids.next(),
                Partitions.of(identity.channel(), identity.external()),
                Clean.key(details.name().orElse(""), 200),
                details.language().map(language -> language.toLanguageTag()).orElse(""),
                clock.millis());
    }

    static Identity identity(String channel, String from) {
        return new Identity(channel, Clean.key(from, 200));
    }

    private static Optional<String> sender(Inbound item) {
        return switch (item) {
            case Inbound.Message message -> Optional.of(message.from().identity());
            case Inbound.Reach reach -> Optional.of(reach.who().identity());
            case Inbound.Echo echo -> Optional.of(echo.about().identity());
            case Inbound.Edit edit -> Optional.of(edit.from().identity());
            case Inbound.Removed removed -> Optional.of(removed.from().identity());
            case Inbound.Reaction reaction -> Optional.of(reaction.from().identity());
            case Inbound.SamePerson same -> Optional.of(same.known().identity());
            case Inbound.Report _, Inbound.Notice _, Inbound.Unreadable _ -> Optional.empty();
        };
    }

    private static List<String> keys(List<Job.Arrive> arrivals, List<Job.Command> commands) {
        var keys = new ArrayList<String>();
        arrivals.forEach(arrive -> arrive.batch().items().forEach(item -> keys.add(dedupe(arrive.channel(), item))));
        commands.forEach(command -> keys.add(command.order().id()));
        return keys;
    }

    static String dedupe(String channel, Inbound item) {
        return channel + ":" + Clean.key(item.id(), 200);
    }

    private static List<Transaction.Cursor> cursors(List<Job.Arrive> arrivals) {
        var cursors = new ArrayList<Transaction.Cursor>();
        for (Job.Arrive arrive : arrivals) {
            arrive.batch()
                    .cursors()
                    .forEach((key, value) -> cursors.add(new Transaction.Cursor(
                            arrive.channel(), key, value, arrive.batch().fence().orElse(-1))));
        }
        return cursors;
    }

    static Value.Fields sender(Inbound.Message message) {
        var told = new Value.Fields(Map.of(
                "identity", Value.of(Clean.text(message.from().identity())),
                "thread", Value.of(Clean.text(message.from().thread())),
                "name", Value.of(Clean.key(message.details().name().orElse(""), 200)),
                "language",
                        Value.of(message.details()
                                .language()
                                .map(l -> l.toLanguageTag())
                                .orElse(""))));
        return Copies.with(told, Letters.copies(message.details().letter()));
    }
}
