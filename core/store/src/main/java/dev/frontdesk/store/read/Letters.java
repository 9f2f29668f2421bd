package dev.frontdesk.store.read;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Correspondence;
import dev.frontdesk.api.channel.History;
import dev.frontdesk.api.channel.Participant;
import dev.frontdesk.engine.model.Ord;
import dev.frontdesk.store.json.ContentJson;
import dev.frontdesk.store.json.LetterheadJson;
import dev.frontdesk.store.sql.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whose thread a letter belongs to, and what stands around one that is to be sent. Asked for letters only. */
final class Letters {
    /** Theirs by their own name, ours by what the provider called them. */
    private static final String REFERRED =
            "select m.reference, m.contact from message m where m.reference = any(?::text[]) and m.channel = ? "
                    + "union all select o.remote_id, o.contact from outbox o "
                    + "where o.remote_id = any(?::text[]) and o.channel = ?";

    /** The contact's newest conversation and who is in it. */
    private static final String THREADS =
            "select i.external, coalesce((select p.standing from participant p join conversation c on c.id = p.conversation "
                    + "where c.contact = i.contact and p.channel = i.channel and p.identity = ? "
                    + "order by c.opened_ord desc limit 1), '') "
                    + "from contact_identity i where i.contact = ? and i.channel = ? order by i.external";

    private static final String BY_PARTICIPANT = "select c.contact, c.reach_identity from participant p "
            + "join conversation c on c.id = p.conversation where p.identity = ? and p.channel = ? "
            + "and p.standing = 'ACTIVE' and c.closed_at = 0 and c.reach_channel = p.channel and c.last_at >= ? "
            + "order by c.last_at desc limit 20";

    private static final String SUBJECTS = "select m.letterhead from message m where m.contact = ? and m.channel = ? "
            + "and m.letterhead <> '' order by m.ord desc limit 20";

    private static final String ADDRESSEE = "select identity, thread from outbox where id = ? and channel = ?";

    private static final String MEMBERS = "select identity, name, standing from participant "
            + "where conversation = ? and channel = ? order by at, identity";

    private static final String LAST =
            "select m.ord, coalesce(m.dedupe, ''), m.content, m.at, m.letterhead from message m "
                    + "where m.contact = ? and m.channel = ? and m.direction = 'IN' order by m.ord desc limit 10";

    private static final String ANSWERED = "select count(distinct m.ord / " + Ord.of(1, 0) + ") from message m "
            + "join outbox o on o.id = m.id where m.contact = ? and m.channel = ? and m.direction = 'OUT' "
            + "and m.at > ? and m.ord / " + Ord.of(1, 0) + " <> ? and o.automatic = 1 "
            + "and o.state in ('SENT', 'DELIVERED', 'READ', 'UNKNOWN', 'UNSURE')";

    private final Database database;

    Letters(Database database) {
        this.database = database;
    }

    Optional<String> thread(String channel, String writer, List<String> references, String subject, long since) {
        for (long contact : referred(channel, references)) {
            var own = theirs(channel, contact, writer);
            if (own.isPresent()) {
                return own;
            }
        }
        return subject.isBlank() ? Optional.empty() : bySubject(channel, writer, subject, since);
    }

    /** The contacts in whose threads the letters stand, the nearest reference first. */
    private LinkedHashSet<Long> referred(String channel, List<String> references) {
        var contacts = new LinkedHashSet<Long>();
        if (references.isEmpty()) {
            return contacts;
        }
        var found = new HashMap<String, Long>();
        database.read(session -> {
            session.query(REFERRED)
                    .texts(references)
                    .set(channel)
                    .texts(references)
                    .set(channel)
                    .each(row -> found.put(row.text(), row.longs()));
            return found;
        });
        for (String reference : references) {
            Long contact = found.get(reference);
            if (contact != null) {
                contacts.add(contact);
            }
        }
        return contacts;
    }

    /** The contact's identity where the writer is the contact, or belongs to their thread. */
    private Optional<String> theirs(String channel, long contact, String writer) {
        record Known(String identity, String standing) {}
        var known = database.read(session -> session.query(THREADS)
                .set(writer)
                .set(contact)
                .set(channel)
                .list(row -> new Known(row.text(), row.text())));
        if (known.stream().anyMatch(it -> it.identity().equals(writer))) {
            return Optional.of(writer);
        }
        return known.stream()
                .filter(it -> it.standing().equals(Participant.Standing.ACTIVE.name()))
                .map(Known::identity)
                .findFirst();
    }

    private Optional<String> bySubject(String channel, String writer, String subject, long since) {
        record Thread(long contact, String identity) {}
        var threads = database.read(session -> session.query(BY_PARTICIPANT)
                .set(writer)
                .set(channel)
                .set(since)
                .list(row -> new Thread(row.longs(), row.text())));
        String wanted = subject.strip().toLowerCase(Locale.ROOT);
        for (var thread : threads) {
            boolean runs = database
                    .read(session -> session.query(SUBJECTS)
                            .set(thread.contact())
                            .set(channel)
                            .list(row -> LetterheadJson.read(row.text()).subject()))
                    .stream()
                    .map(it -> it.strip().toLowerCase(Locale.ROOT))
                    .anyMatch(it -> it.equals(wanted) || it.endsWith(": " + wanted));
            if (runs) {
                return Optional.of(thread.identity());
            }
        }
        return Optional.empty();
    }

    Optional<Address> addressee(String channel, long message) {
        return database.read(session ->
                session.query(ADDRESSEE).set(message).set(channel).first(row -> new Address(row.text(), row.text())));
    }

    Correspondence correspondence(long contact, long conversation, String channel) {
        var members = database.read(session -> session.query(MEMBERS)
                .set(conversation)
                .set(channel)
                .list(row -> new Participant(row.text(), row.text(), Participant.Standing.valueOf(row.text()))));
        var lines = new ArrayList<History.Line>();
        database.read(session -> {
            session.query(LAST).set(contact).set(channel).each(row -> {
                var line = new History.Line(
                        row.longs(),
                        row.text(),
                        "contact",
                        "",
                        ContentJson.read(row.text()),
                        Instant.ofEpochMilli(row.longs()));
                if (!LetterheadJson.read(row.text()).isAutomatic()) {
                    lines.add(line);
                }
            });
            return lines;
        });
        return new Correspondence(members, lines.stream().findFirst());
    }

    int answered(long contact, String channel, long butSeq, long since) {
        return database.read(session -> session.query(ANSWERED)
                .set(contact)
                .set(channel)
                .set(since)
                .set(butSeq)
                .first(row -> row.number())
                .orElse(0));
    }
}
