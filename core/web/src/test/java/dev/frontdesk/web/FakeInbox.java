package dev.frontdesk.web;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Handler;
import dev.frontdesk.engine.model.Message;
import dev.frontdesk.engine.model.MessageChange;
import dev.frontdesk.engine.model.MessageChange.Kind;
import dev.frontdesk.engine.model.OutboxRow;
import dev.frontdesk.engine.model.Profile;
import dev.frontdesk.engine.model.Reach;
import dev.frontdesk.engine.model.Run;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.engine.port.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Conversations in memory; a contact's id is that of their conversations divided by 100. */
final class FakeInbox implements InboxReads {
    final Map<Long, Conversation> conversations = new ConcurrentSkipListMap<>();
    final Map<Long, Line> lines = new ConcurrentSkipListMap<>();
    final Map<Long, MessageChange> strays = new ConcurrentSkipListMap<>();
    final Map<Long, Attachment> attachments = new ConcurrentSkipListMap<>();
    final AtomicInteger queries = new AtomicInteger();
    volatile Value.Fields decision = Value.EMPTY;

    void queued(long id) {
        long contact = id / 100;
        conversations.put(
                id,
                new Conversation(
                        id,
                        contact,
                        0,
                        new Conversation.Opened(1_000, 10, "contact", "site"),
                        new Reach("site", "visitor", ""),
                        new Conversation.Handling(new Handler.Queue("sales"), 0, "sales", "", 1_500, 0, Set.of()),
                        new Conversation.Activity(2_000, 11, "contact", "Hello", 0, 2_000, 0),
                        null));
    }

    void said(long id, long contact, long ord, String text) {
        var message = new Message(
                id,
                contact,
                ord,
                Message.Direction.OUT,
                Message.Author.AGENT,
                "anna",
                "site",
                "agent:cmd-" + id,
                Content.text(text),
                "",
                null,
                2_000,
                0);
        lines.put(id, new Line(message, OutboxRow.State.SENT, ""));
    }

    /** A message of theirs that was edited and then reacted to; its changes are ten times its id and on. */
    void changed(long id, long contact, long ord, String text, String now, String emoji) {
        var message = new Message(
                id,
                contact,
                ord,
                Message.Direction.IN,
                Message.Author.CONTACT,
                "",
                "site",
                "site:m" + id,
                Content.text(text),
                "",
                null,
                2_000,
                0);
        var changes = List.of(
                change(id * 10, contact, ord, Kind.EDIT, Content.text(now), ""),
                change(id * 10 + 1, contact, ord + 1, Kind.REACTION, null, emoji));
        lines.put(id, new Line(message, null, "", "m" + id, changes, null));
    }

    void strayed(long id, long contact, long ord, String text) {
        strays.put(id, change(id, contact, ord, Kind.EDIT, Content.text(text), ""));
    }

    private static MessageChange change(
            long id, long contact, long ord, Kind kind, @Nullable Content content, String emoji) {
        return new MessageChange(
                id, contact, ord, "site", "m1", kind, "visitor", content, emoji, "site:" + id, null, 3_000, 0);
    }

    final List<Merged> merges = new java.util.concurrent.CopyOnWriteArrayList<>();

    @Override
    public List<Merged> merged(long contact) {
        return List.copyOf(merges);
    }

    @Override
    public List<ContactCard> people(String query, int limit) {
        return conversations.values().stream()
                .map(Conversation::contact)
                .distinct()
                .filter(id -> Long.toString(id).contains(query))
                .limit(limit)
                .flatMap(id -> contact(id).stream())
                .toList();
    }

    @Override
    public List<Attachment> attachments(Collection<Long> messages) {
        return attachments.values().stream()
                .filter(row -> messages.contains(row.message()))
                .toList();
    }

    @Override
    public Optional<Attachment> attachment(long id) {
        return Optional.ofNullable(attachments.get(id));
    }

    @Override
    public List<Row> list(View view, String agent, String query, String before, int limit) {
        long below = before.isEmpty() ? Long.MAX_VALUE : Long.parseLong(before);
        return conversations.values().stream()
                .filter(c -> c.id() < below)
                .sorted((a, b) -> Long.compare(b.id(), a.id()))
                .limit(limit)
                .map(FakeInbox::row)
                .toList();
    }

    private static Row row(Conversation conversation) {
        return new Row(conversation, "Ada", Long.toString(conversation.id()), "");
    }

    @Override
    public Counts counts(String agent) {
        return new Counts(0, conversations.size(), conversations.size());
    }

    @Override
    public List<Row> rows(Collection<Long> ids) {
        queries.incrementAndGet();
        return ids.stream()
                .map(conversations::get)
                .filter(c -> c != null)
                .map(FakeInbox::row)
                .toList();
    }

    @Override
    public Optional<Row> row(long conversation) {
        return Optional.ofNullable(conversations.get(conversation)).map(FakeInbox::row);
    }

    @Override
    public List<Line> lines(long contact, long beforeOrd, int limit) {
        return lines.values().stream()
                .filter(line ->
                        line.message().contact() == contact && line.message().ord() < beforeOrd)
                .sorted((a, b) -> Long.compare(b.message().ord(), a.message().ord()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Line> linesById(Collection<Long> messages) {
        queries.incrementAndGet();
        return messages.stream().map(lines::get).filter(line -> line != null).toList();
    }

    @Override
    public List<Line> linesChanged(Collection<Long> changes) {
        queries.incrementAndGet();
        return lines.values().stream()
                .filter(line -> line.changes().stream().anyMatch(change -> changes.contains(change.id())))
                .toList();
    }

    @Override
    public List<MessageChange> strays(long contact, long fromOrd, long toOrd) {
        return strays.values().stream()
                .filter(change -> change.contact() == contact && change.ord() >= fromOrd && change.ord() <= toOrd)
                .toList();
    }

    @Override
    public List<MessageChange> straysById(Collection<Long> changes) {
        queries.incrementAndGet();
        return changes.stream()
                .map(strays::get)
                .filter(change -> change != null)
                .toList();
    }

    @Override
    public Optional<ContactCard> contact(long contact) {
        return conversations.keySet().stream().anyMatch(id -> id / 100 == contact)
                ? Optional.of(new ContactCard(
                        contact,
                        new Profile(
                                "Ada",
                                "en",
                                Value.EMPTY.with("order", Value.of("4512")),
                                Set.of("vip"),
                                "",
                                false,
                                true),
                        List.of(new Transaction.Identity("site", "visitor"))))
                : Optional.empty();
    }

    @Override
    public List<Conversation> previous(long contact, long notThisOne, int limit) {
        return conversations.values().stream()
                .filter(c -> c.contact() == contact && c.id() != notThisOne)
                .toList();
    }

    @Override
    public Optional<Run> run(long conversation) {
        return Optional.empty();
    }

    @Override
    public Optional<Value.Fields> decision(long conversation) {
        return decision.isEmpty() ? Optional.empty() : Optional.of(decision);
    }

    @Override
    public Optional<Integer> queuePosition(long conversation) {
        return Optional.of(1);
    }

    @Override
    public Optional<Reach> reach(long contact, String channel) {
        return channel.equals("site") ? Optional.of(new Reach("site", "visitor", "")) : Optional.empty();
    }
}
