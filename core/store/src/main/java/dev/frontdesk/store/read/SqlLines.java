package dev.frontdesk.store.read;

import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.engine.model.Message;
import dev.frontdesk.engine.model.MessageChange;
import dev.frontdesk.engine.model.OutboxRow;
import dev.frontdesk.engine.port.InboxReads.Line;
import dev.frontdesk.store.json.ContentJson;
import dev.frontdesk.store.row.AttachmentRows;
import dev.frontdesk.store.row.ChangeRows;
import dev.frontdesk.store.row.MessageRows;
import dev.frontdesk.store.sql.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a thread, each with what it answers and what became of it: two queries more than the lines alone, if any
 * have a key, and one more if any have files.
 */
final class SqlLines {
    /** What went out as a form is shown as that. */
    private static final String LINES = "select " + MessageRows.SHOWN
            + ", o.state, coalesce(o.why, ''), o.remote_id, case when o.as_fallback = 1 and o.state <> 'DROPPED' then o.fallback end "
            + "from message m left join outbox o on o.id = m.id where ";

    private static final String CHANGES = "select " + ChangeRows.SHOWN + " from message_change c where ";

    private static final String STRAY =
            "and not exists (select 1 from message m where m.dedupe = c.channel || ':' || c.target) "
                    + "and not exists (select 1 from outbox o where o.remote_id = c.target and o.channel = c.channel) ";

    private static final Comparator<MessageChange> MADE =
            Comparator.comparingLong(MessageChange::madeAt).thenComparingLong(MessageChange::ord);

    private final Reads reads;

    SqlLines(Reads reads) {
        this.reads = reads;
    }

    /** A message under the name by which its channel knows it. */
    private record Key(String channel, String id) {}

    /** A line, with the provider's id of a message of ours. */
    private record Bare(Message message, OutboxRow.@Nullable State state, String why, String remote) {
        /** A row of the outbox is ours, and only the provider has named it. */
        String key() {
            String own = message.channel() + ":";
            String dedupe = message.dedupe();
            if (state != null) {
                return remote;
            }
            return dedupe != null && dedupe.startsWith(own) ? dedupe.substring(own.length()) : "";
        }

        Key at() {
            return new Key(message.channel(), key());
        }
    }

    List<Line> of(long contact, long beforeOrd, int limit) {
        return told(reads.list(
                LINES + "m.contact = :contact and m.ord < :before order by m.ord desc limit :limit",
                Map.of("contact", contact, "before", beforeOrd, "limit", limit),
                SqlLines::bare));
    }

    List<Line> byId(Collection<Long> messages) {
        return told(reads.among(LINES + "m.id in (<ids>) order by m.contact, m.ord", messages, SqlLines::bare));
    }

    List<Line> changed(Collection<Long> changes) {
        var keys = reads.among(
                "select c.channel, c.target from message_change c where c.id in (<ids>)",
                changes,
                row -> new Key(row.text(), row.text()));
        return told(bare(keys));
    }

    List<MessageChange> strays(long contact, long from, long to) {
        return reads.list(
                CHANGES + "c.contact = :contact and c.ord >= :from and c.ord <= :to " + STRAY
                        + "order by c.ord limit 200",
                Map.of("contact", contact, "from", from, "to", to),
                ChangeRows::read);
    }

    List<MessageChange> straysById(Collection<Long> changes) {
        return reads.among(CHANGES + "c.id in (<ids>) " + STRAY + "order by c.ord", changes, ChangeRows::read);
    }

    private List<Line> told(List<Bare> lines) {
        var changes = changes(lines);
        var quoted = quoted(lines);
        var files = files(lines.stream()
                        .map(Bare::message)
                        .filter(message -> !message.content().files().isEmpty())
                        .map(Message::id)
                        .toList())
                .stream()
                .collect(Collectors.groupingBy(Attachment::message));
        return lines.stream()
                .map(line -> new Line(
                        line.message(),
                        line.state(),
                        line.why(),
                        line.key(),
                        changes.getOrDefault(line.at(), List.of()),
                        quoted.get(
                                new Key(line.message().channel(), line.message().replyTo())),
                        files.getOrDefault(line.message().id(), List.of())))
                .toList();
    }

    List<Attachment> files(Collection<Long> messages) {
        return reads.among(
                "select " + AttachmentRows.COLUMNS
                        + " from attachment where message > 0 and message in (<ids>) order by message, n",
                messages,
                AttachmentRows::read);
    }

    private Map<Key, List<MessageChange>> changes(List<Bare> lines) {
        var keys = lines.stream().map(Bare::at).filter(it -> !it.id().isEmpty()).collect(Collectors.toSet());
        return among(
                        CHANGES + "c.target in (<keys>) and c.channel in (<channels>) order by c.id",
                        keys,
                        ChangeRows::read)
                .stream()
                .sorted(MADE)
                .collect(Collectors.groupingBy(it -> new Key(it.channel(), it.target())));
    }

    private Map<Key, Message> quoted(List<Bare> lines) {
        var keys = lines.stream()
                .map(line -> new Key(line.message().channel(), line.message().replyTo()))
                .filter(it -> !it.id().isEmpty())
                .collect(Collectors.toSet());
        var found = new HashMap<Key, Message>();
        bare(keys).forEach(line -> found.put(line.at(), line.message()));
        return found;
    }

    /** Theirs by what they were stored under, ours by what the provider called them. */
    private List<Bare> bare(Collection<Key> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var dedupes = keys.stream().map(it -> it.channel() + ":" + it.id()).collect(Collectors.toSet());
        var lines = new ArrayList<>(
                reads.amongTexts(LINES + "m.dedupe in (<keys>)", Map.of("keys", dedupes), SqlLines::bare));
        lines.addAll(among(LINES + "o.remote_id in (<keys>) and o.channel in (<channels>)", keys, SqlLines::bare));
        var wanted = Set.copyOf(keys);
        return lines.stream().filter(line -> wanted.contains(line.at())).toList();
    }

    private <T> List<T> among(String sql, Collection<Key> keys, Row.Read<T> read) {
        var ids = new LinkedHashSet<String>();
        var channels = new LinkedHashSet<String>();
        keys.forEach(key -> {
            ids.add(key.id());
            channels.add(key.channel());
        });
        return reads.amongTexts(sql, Map.of("keys", ids, "channels", channels), read);
    }

    private static Bare bare(Row row) throws SQLException {
        var message = MessageRows.read(row);
        String state = row.textOrNull();
        String why = row.text();
        String remote = row.textOrNull();
        String form = row.textOrNull();
        return new Bare(
                form == null ? message : message.saying(ContentJson.read(form)),
                state == null ? null : OutboxRow.State.valueOf(state),
                why,
                remote == null ? "" : remote);
    }
}
