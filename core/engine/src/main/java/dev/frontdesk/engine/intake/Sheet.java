package dev.frontdesk.engine.intake;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Intake.Accepted;
import dev.frontdesk.api.channel.Raw;
import dev.frontdesk.engine.Ids;
import dev.frontdesk.engine.job.Job;
import dev.frontdesk.engine.file.Filed;
import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.engine.model.DeadLetter;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.model.Head;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.model.MergeOrder;
import dev.frontdesk.engine.model.Message.Author;
import dev.frontdesk.engine.model.Message.Direction;
import dev.frontdesk.engine.model.Message;
import dev.frontdesk.engine.model.MessageChange;
import dev.frontdesk.engine.model.MessageChange.Kind;
import dev.frontdesk.engine.model.Ord;
import dev.frontdesk.engine.outbox.Statuses;
import dev.frontdesk.engine.port.Transaction.Identity;
import dev.frontdesk.engine.port.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one accepting transaction is about to write. Belongs to one thread. */
final class Sheet {
    private final Ids ids;
    private final long now;
    private final Map<Long, Head> heads;
    private final Set<String> known;
    private final Map<Identity, Long> contacts;
    private final Map<Long, Long> next = new HashMap<>();
    private final List<Message> messages = new ArrayList<>();
    private final List<MessageChange> changes = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<DeadLetter> letters = new ArrayList<>();
    private final Map<String, Long> orders = new LinkedHashMap<>();
    private final Map<String, List<Inbound.Report>> reports = new LinkedHashMap<>();
    private final Map<Long, List<Mail>> mail = new LinkedHashMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private final Set<String> threads = new HashSet<>();
    private final List<Job.Note> later = new ArrayList<>();
    private final List<MergeOrder> merges = new ArrayList<>();

    Sheet(Ids ids, long now, Map<Long, Head> heads, Set<String> known, Map<Identity, Long> contacts) {
        this.ids = ids;
        this.now = now;
        this.heads = heads;
        this.known = new HashSet<>(known);
        this.contacts = contacts;
    }

    Accepted item(String channel, Inbound item) {
        if (item instanceof Inbound.Report report) {
            reports.computeIfAbsent(channel, _ -> new ArrayList<>()).add(report);
            return Accepted.STORED;
        }
        String key = Arrivals.dedupe(channel, item);
        if (!known.add(key)) {
            return Accepted.DUPLICATE;
        }
        return switch (item) {
            case Inbound.Message message -> message(channel, key, message);
            case Inbound.Echo echo -> echo(channel, key, echo);
            case Inbound.Reach reach -> {
                add(
                        head(channel, reach.who().identity()),
                        Mail.Kind.REACH,
                        null,
                        new Value.Fields(Map.of(
                                "channel", Value.of(channel),
                                "reachable", Value.of(reach.reachable()),
                                "why", Value.of(Clean.text(reach.why())))));
                yield Accepted.STORED;
            }
            case Inbound.Notice notice -> {
                facts.add(new Fact(
                        "channel.notice",
                        0,
                        0,
                        0,
                        now,
                        new Value.Fields(Map.of(
                                "channel", Value.of(channel),
                                "kind", Value.of(Clean.text(notice.kind())),
                                "details", Clean.value(notice.details())))));
                yield Accepted.STORED;
            }
            case Inbound.Edit(var _, var target, var from, var content, var sentAt, var raw) ->
                change(channel, key, target, from, Kind.EDIT, Clean.content(content), "", sentAt, raw);
            case Inbound.Removed(var _, var target, var from, var raw) ->
                change(channel, key, target, from, Kind.REMOVED, null, "", Optional.empty(), raw);
            case Inbound.Reaction(var _, var target, var from, var emoji, var sentAt, var raw) ->
                change(channel, key, target, from, Kind.REACTION, null, Clean.key(emoji, 200), sentAt, raw);
            case Inbound.SamePerson same -> {
                Head known = head(channel, same.known().identity());
                Head alias = head(channel, same.alias().identity());
                if (known.contact() != alias.contact()) {
                    merges.add(new MergeOrder(
                            ids.next(), known.contact(), alias.contact(), "told by channel " + channel, now));
                }
                yield Accepted.STORED;
            }
            case Inbound.Unreadable unreadable -> {
                letters.add(new DeadLetter(
                        ids.next(),
                        channel,
                        key,
                        "unreadable",
                        Clean.text(unreadable.why()),
                        0,
                        unreadable.raw().bytes(),
                        now));
                yield Accepted.DEAD_LETTER;
            }
            case Inbound.Report _ -> throw new IllegalStateException("reports have no place here");
        };
    }

    private Accepted message(String channel, String key, Inbound.Message in) {
        Head head = head(channel, in.from().identity());
        long seq = take(head);
        var message = new Message(
                ids.next(),
                head.contact(),
                Ord.of(seq, 0),
                Direction.IN,
                Author.CONTACT,
                "",
                channel,
                key,
                Clean.content(in.content()),
                Clean.key(in.details().replyTo().orElse(""), 200),
                in.raw().bytes(),
                now,
                Aside.millis(in.details().sentAt()),
                Letters.head(in.details().letter()));
        messages.add(message);
        attachments.addAll(Filed.of(message, Clean.key(in.details().album().orElse(""), 200), ids));
        mailOf(head)
                .add(new Mail(head.contact(), head.part(), seq, Mail.Kind.MESSAGE, message, Arrivals.sender(in), now));
        threads.add(Signals.key(channel, in.from().identity()));
        return Accepted.STORED;
    }

    private Accepted echo(String channel, String key, Inbound.Echo echo) {
        Head head = head(channel, echo.about().identity());
        long ord = Ord.of(take(head), 0);
        messages.add(new Message(
                ids.next(),
                head.contact(),
                ord,
                Direction.OUT,
                Author.AGENT,
                "",
                channel,
                key,
                Clean.content(echo.content()),
                "",
                echo.raw().bytes(),
                now,
                0));
        attachments.addAll(Filed.of(messages.getLast(), "", ids));
        facts.add(new Fact(
                "message.stored",
                head.contact(),
                0,
                ord,
                now,
                new Value.Fields(Map.of(
                        "message", Value.of(Long.toString(messages.getLast().id())),
                        "direction", Value.of("out"),
                        "author", Value.of("agent")))));
        return Accepted.STORED;
    }

    /** A row beside the message, which may not be here yet. Nothing else happens: it is told to the pages and to no workflow. */
    private Accepted change(
            String channel,
            String key,
            String target,
            Address from,
            Kind kind,
            @Nullable Content content,
            String emoji,
            Optional<Instant> sentAt,
            Raw raw) {
        Head head = head(channel, from.identity());
        var change = new MessageChange(
                ids.next(),
                head.contact(),
                Ord.of(take(head), 0),
                channel,
                Clean.key(target, 200),
                kind,
                Clean.key(from.identity(), 200),
                content,
                emoji,
                key,
                raw.bytes(),
                now,
                Aside.millis(sentAt));
        changes.add(change);
        facts.add(new Fact(
                "message.changed",
                head.contact(),
                0,
                change.ord(),
                now,
                new Value.Fields(Map.of(
                        "change", Value.of(Long.toString(change.id())),
                        "kind", Value.of(kind.name().toLowerCase(Locale.ROOT))))));
        return Accepted.STORED;
    }

    /** False when the same order was taken before. */
    boolean command(Job.Command command) {
        if (!known.add(command.order().id())) {
            return false;
        }
        Head head = heads.get(command.order().contact());
        if (head == null) {
            return false;
        }
        orders.put(command.order().id(), head.contact());
        add(head, Mail.Kind.COMMAND, null, (Value.Fields) Clean.value(command.payload()));
        return true;
    }

    void note(Job.Note note) {
        Head head = heads.get(note.contact());
        if (head != null) {
            add(head, note.kind(), note.message(), (Value.Fields) Clean.value(note.payload()));
        }
    }

    private void add(Head head, Mail.Kind kind, @Nullable Message message, Value.Fields payload) {
        mailOf(head).add(new Mail(head.contact(), head.part(), take(head), kind, message, payload, now));
    }

    private Head head(String channel, String from) {
        Long contact = contacts.get(Arrivals.identity(channel, from));
        Head head = contact == null ? null : heads.get(contact);
        if (head == null) {
            throw new IllegalStateException("no contact for an identity of channel " + channel);
        }
        return head;
    }

    private List<Mail> mailOf(Head head) {
        return mail.computeIfAbsent(head.contact(), _ -> new ArrayList<>());
    }

    private long take(Head head) {
        long seq = next.getOrDefault(head.contact(), head.nextSeq());
        next.put(head.contact(), seq + 1);
        return seq;
    }

    void write(Transaction tx) {
        tx.saveSequences(next);
        tx.order(merges);
        tx.insertMessages(messages);
        tx.insertChanges(changes);
        tx.insertAttachments(attachments);
        tx.insertCommands(orders, now);
        tx.insertDeadLetters(letters);
        reports.forEach((channel, of) -> {
            var settled = tx.report(channel, of);
            facts.addAll(Statuses.facts(settled, now));
            later.addAll(Statuses.notes(settled));
        });
    }

    Map<Long, List<Mail>> mail() {
        return mail;
    }

    List<Fact> facts() {
        return facts;
    }

    List<MergeOrder> merges() {
        return merges;
    }

    List<Job.Note> later() {
        return later;
    }

    Set<String> threads() {
        return threads;
    }

    /** The channels that have files to be fetched. */
    Set<String> filed() {
        return attachments.stream()
                .filter(row -> row.state() == Attachment.State.WAITING)
                .map(Attachment::channel)
                .collect(Collectors.toSet());
    }

    int messages() {
        return messages.size();
    }
}
