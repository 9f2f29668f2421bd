package dev.frontdesk.store.read;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Correspondence;
import dev.frontdesk.api.channel.History;
import dev.frontdesk.engine.model.Ord;
import dev.frontdesk.engine.port.Threads;
import dev.frontdesk.store.json.ContentJson;
import dev.frontdesk.store.sql.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Threads as a channel shows them. */
public final class SqlThreads implements Threads {
    /**
     * Ends before the first message to the person that is not on its way yet, and with the first from them that nobody has taken,
     * for the answer to it comes before the next: whoever reads on from a later line would never see those. What will not be
     * sent has no place in the thread.
     */
    private static final String LINES =
            "select m.ord, case when m.direction = 'IN' then coalesce(m.dedupe, '') else '' end, m.author, coalesce(a.name, ''), m.content, m.at "
                    + "from message m left join outbox o on o.id = m.id left join agent a on a.id = m.agent "
                    + "where m.contact = ? and m.ord > ? and m.channel = ? and m.direction <> 'NOTE' "
                    + "and (m.direction = 'IN' or o.state in ('SENDING', 'SENT', 'DELIVERED', 'READ', 'UNKNOWN')) "
                    + "and m.ord < coalesce((select min(r.ord) from outbox r where r.contact = m.contact and r.channel = m.channel "
                    + "and r.state in ('READY', 'SENDING', 'UNKNOWN') and r.state = 'READY'), ?) "
                    + "and m.ord <= coalesce((select min(b.seq) * ? from mailbox b where b.contact = m.contact), ?) "
                    + "order by m.ord limit ?";

    private static final int MOST_BEFORE = 10_000;

    private final Database database;
    private final Letters letters;

    public SqlThreads(Database database) {
        this.database = database;
        this.letters = new Letters(database);
    }

    @Override
    public List<History.Line> after(String channel, String identity, long afterOrd, int limit) {
        var contact = contact(channel, identity);
        if (contact.isEmpty()) {
            return List.of();
        }
        var merged = database.read(
                session -> session.query("select id, next_seq from contact where merged_into = ? and merged_into > 0")
                        .set(contact.get())
                        .list(row -> new Loser(row.longs(), row.longs())));
        // Since a merge the survivor's places go on behind those of all who became them.
        long border =
                merged.stream().mapToLong(one -> Ord.of(one.nextSeq(), 0)).max().orElse(0);
        if (afterOrd >= border) {
            return lines(contact.get(), channel, afterOrd, limit);
        }
        var lines = new ArrayList<>(before(contact.get(), channel, border, merged));
        lines.removeIf(line -> line.position() <= afterOrd);
        lines.addAll(lines(contact.get(), channel, border - 1, limit));
        int end = Math.min(limit, lines.size());
        while (end < lines.size()
                && lines.get(end).position() == lines.get(end - 1).position()) {
            end++; // two contacts may have the same place each, and nobody reads on from between them
        }
        return List.copyOf(lines.subList(0, end));
    }

    private record Loser(long id, long nextSeq) {}

    /**
     * What was said while they were several: by time, for their places tell nothing of each other. The places are given out anew in that
     * order, so that they still rise; they are the same at each reading, for nothing is added there any more.
     */
    private List<History.Line> before(long survivor, String channel, long border, List<Loser> merged) {
        var all = new ArrayList<History.Line>();
        for (var line : lines(survivor, channel, 0, MOST_BEFORE)) {
            if (line.position() < border) {
                all.add(line);
            }
        }
        merged.forEach(loser -> all.addAll(lines(loser.id(), channel, 0, MOST_BEFORE)));
        var places = all.stream().mapToLong(History.Line::position).sorted().toArray();
        all.sort(Comparator.comparing(History.Line::at).thenComparingLong(History.Line::position));
        var placed = new ArrayList<History.Line>();
        for (int n = 0; n < places.length; n++) {
            var line = all.get(n);
            placed.add(new History.Line(places[n], line.key(), line.author(), line.name(), line.content(), line.at()));
        }
        return placed;
    }

    private List<History.Line> lines(long contact, String channel, long afterOrd, int limit) {
        return database.read(session -> session.query(LINES)
                .set(contact)
                .set(afterOrd)
                .set(channel)
                .set(Long.MAX_VALUE)
                .set(Ord.of(1, 0))
                .set(Long.MAX_VALUE)
                .set(limit)
                .list(row -> new History.Line(
                        row.longs(),
                        row.text(),
                        row.text().toLowerCase(Locale.ROOT),
                        row.text(),
                        ContentJson.read(row.text()),
                        Instant.ofEpochMilli(row.longs()))));
    }

    @Override
    public Optional<String> thread(String channel, String writer, List<String> references, String subject, long since) {
        return letters.thread(channel, writer, references, subject, since);
    }

    @Override
    public Optional<Address> addressee(String channel, long message) {
        return letters.addressee(channel, message);
    }

    @Override
    public Correspondence correspondence(long contact, long conversation, String channel) {
        return letters.correspondence(contact, conversation, channel);
    }

    @Override
    public int answered(long contact, String channel, long butSeq, long since) {
        return letters.answered(contact, channel, butSeq, since);
    }

    @Override
    public Optional<Long> contact(String channel, String identity) {
        return database.read(
                session -> session.query("select case when k.merged_into > 0 then k.merged_into else k.id end "
                                + "from contact_identity i join contact k on k.id = i.contact "
                                + "where i.channel = ? and i.external = ?")
                        .set(channel)
                        .set(identity)
                        .first(row -> row.longs()));
    }

    @Override
    public Optional<String> cursor(String channel, String key) {
        return database.read(session -> session.query("select value from channel_cursor where channel = ? and name = ?")
                .set(channel)
                .set(key)
                .first(row -> row.text()));
    }
}
