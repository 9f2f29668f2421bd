package dev.frontdesk.store;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.model.Changes;
import dev.frontdesk.engine.model.ContactState;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.model.Handler;
import dev.frontdesk.engine.model.Head;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.model.Message;
import dev.frontdesk.engine.model.Ord;
import dev.frontdesk.engine.model.OutboxRow;
import dev.frontdesk.engine.model.Reach;
import dev.frontdesk.engine.model.Run;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.engine.port.Transaction;
import dev.frontdesk.engine.port.Transaction.Identity;
import dev.frontdesk.engine.port.Transaction.Newcomer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes what the tests write. Ids rise over all tests. */
final class Desk {
    static final long NOW = 1_000_000;
    private static final AtomicLong IDS = new AtomicLong(1000);

    private Desk() {}

    static long id() {
        return IDS.incrementAndGet();
    }

    static Identity somebody() {
        return new Identity("site", "person-" + id());
    }

    static long contact(Store.Writer lane) {
        return contact(lane, somebody());
    }

    static long contact(Store.Writer lane, Identity who) {
        return lane.transact(tx -> tx.create(List.of(newcomer(who))).get(who));
    }

    static Newcomer newcomer(Identity who) {
        long id = id();
        return new Newcomer(who, id, (int) (id % 256), "Ann", "en", NOW);
    }

    static Message inbound(long contact, long seq) {
        return inbound(contact, seq, "key-" + id(), Content.text("hello"));
    }

    static Message inbound(long contact, long seq, String dedupe, Content content) {
        return new Message(
                id(),
                contact,
                Ord.of(seq, 0),
                Message.Direction.IN,
                Message.Author.CONTACT,
                "",
                "site",
                dedupe,
                content,
                "",
                new byte[] {0, 1, 2},
                NOW,
                NOW);
    }

    static Message outbound(long contact, long seq, int n) {
        return new Message(
                id(),
                contact,
                Ord.of(seq, n),
                Message.Direction.OUT,
                Message.Author.BOT,
                "",
                "site",
                null,
                Content.text("hello back"),
                "",
                null,
                NOW,
                0);
    }

    static Mail mail(long contact, long seq, Message message) {
        return new Mail(
                contact,
                (int) (contact % 256),
                seq,
                Mail.Kind.MESSAGE,
                message,
                Value.EMPTY.with("name", Value.of("Ann")),
                NOW);
    }

    static Mail timer(long contact, long seq, long at) {
        return new Mail(contact, (int) (contact % 256), seq, Mail.Kind.TIMER, null, Value.EMPTY, at);
    }

    static Conversation conversation(long contact, long seq) {
        return new Conversation(
                id(),
                contact,
                (int) (contact % 256),
                new Conversation.Opened(NOW, Ord.of(seq, 0), "contact", "site"),
                new Reach("site", "person", ""),
                new Conversation.Handling(Handler.NONE, 0, "", "", 0, 0, Set.of()),
                new Conversation.Activity(NOW, Ord.of(seq, 0), "contact", "Hello Ann", 0, NOW, 0),
                null);
    }

    static Conversation closed(Conversation it, long seq) {
        return it.with(new Conversation.Closed(NOW + seq, Ord.of(seq, 0), "ann", "user", "done", ""));
    }

    static Conversation held(Conversation it, Handler handler) {
        return it.with(it.handling().by(handler));
    }

    static Run run(Conversation it) {
        return Run.fresh(
                        new Run.Origin(id(), it.contact(), it.part(), it.id(), "Inbound", 1, "", NOW),
                        "ask",
                        Value.EMPTY.with("need", Value.of("Buy")))
                .raised()
                .remembering(Value.of("memory"))
                .waiting(Run.Awaiting.REPLY, NOW + 50);
    }

    static OutboxRow outbox(Message message, long conversation, int epoch) {
        return new OutboxRow(
                message.id(),
                message.contact(),
                (int) (message.contact() % 256),
                conversation,
                message.ord(),
                new Reach("site", "person", "t"),
                message.content(),
                message.replyTo(),
                epoch,
                0,
                0,
                "key:" + message.id(),
                NOW,
                0,
                true,
                false);
    }

    /** A message to a contact, ready to be sent. */
    static OutboxRow toSend(Store.Writer lane, long contact, long conversation, long seq, int epoch) {
        var message = outbound(contact, seq, 1);
        var row = outbox(message, conversation, epoch);
        apply(lane, changes -> {
            changes.messages.add(message);
            changes.outbox.add(row);
        });
        return row;
    }

    static Fact fact(long contact, long conversation, long ord, String type) {
        return new Fact(type, contact, conversation, ord, NOW, Value.EMPTY.with("n", Value.of(1)));
    }

    static <T> List<T> list(Store.Writer lane, Function<Transaction, List<T>> work) {
        return lane.transact(work);
    }

    static <T> Set<T> set(Store.Writer lane, Function<Transaction, Set<T>> work) {
        return lane.transact(work);
    }

    static <K, V> Map<K, V> map(Store.Writer lane, Function<Transaction, Map<K, V>> work) {
        return lane.transact(work);
    }

    static boolean yes(Store.Writer lane, Function<Transaction, Boolean> work) {
        return lane.transact(work);
    }

    static Head head(Store.Writer lane, long contact) {
        return map(lane, tx -> tx.lock(List.of(contact))).get(contact);
    }

    static ContactState state(Store.Writer lane, long contact) {
        return map(lane, tx -> tx.load(List.of(contact))).get(contact);
    }

    static void apply(Store.Writer lane, Consumer<Changes> fill) {
        var changes = new Changes();
        fill.accept(changes);
        lane.transact(tx -> {
            tx.apply(changes);
            return true;
        });
    }
}
