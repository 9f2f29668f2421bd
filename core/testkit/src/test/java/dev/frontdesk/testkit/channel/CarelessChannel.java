package dev.frontdesk.testkit.channel;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Batch;
import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Details;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Intake;
import dev.frontdesk.api.channel.Outbound;
import dev.frontdesk.api.channel.Raw;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A channel and its provider in one, with one fault at a time: the contract has to notice each. */
final class CarelessChannel implements FakeProvider, Channel {

    enum Fault {
        NONE,
        ACKNOWLEDGES_FIRST,
        NEW_ID_EACH_TIME,
        TRUSTS_EVERYBODY,
        FORGETS_THE_UNREADABLE,
        THROWS_AT_WHAT_IT_CANNOT_SEND,
        CUTS_LONG_TEXTS,
        TELLS_SECRETS
    }

    private static final String SECRET = "careless-secret";

    private final Fault fault;
    private final Set<String> acknowledged = new HashSet<>();
    private final List<Outbound> sent = new ArrayList<>();
    private final List<String[]> waiting = new ArrayList<>();
    private FakeChannelContext context = new FakeChannelContext("none");
    private int count;

    CarelessChannel(Fault fault) {
        this.fault = fault;
    }

    @Override
    public Channel open(FakeChannelContext given) {
        context = given;
        return this;
    }

    @Override
    public Answer push(String id, String person, String text) throws InterruptedException {
        var key = fault == Fault.NEW_ID_EACH_TIME ? id + count++ : id;
        var taken = fault == Fault.CUTS_LONG_TEXTS && text.length() > 100 ? text.substring(0, 100) : text;
        waiting.add(new String[] {id, person, text});
        return take(
                id,
                new Inbound.Message(key, Address.of(person), Content.text(taken), Details.none(), Raw.of(text + " ")));
    }

    @Override
    public Answer pushBytes(String id, byte[] bytes) throws InterruptedException {
        return fault == Fault.FORGETS_THE_UNREADABLE
                ? Answer.ACKNOWLEDGED
                : take(id, new Inbound.Unreadable(id, "bytes", new Raw(bytes)));
    }

    private Answer take(String id, Inbound item) throws InterruptedException {
        if (fault == Fault.ACKNOWLEDGES_FIRST) {
            acknowledged.add(id);
        }
        try {
            context.intake().accept(Batch.of(item));
        } catch (Intake.Overloaded | Intake.StaleLease _) {
            return Answer.RETRY;
        }
        acknowledged.add(id);
        return Answer.ACKNOWLEDGED;
    }

    @Override
    public Answer forge(String id, String person, String text) throws InterruptedException {
        return fault == Fault.TRUSTS_EVERYBODY ? push(id, person, text) : Answer.UNAUTHORIZED;
    }

    @Override
    public boolean acknowledged(String id) {
        return acknowledged.contains(id);
    }

    @Override
    public void redeliver() throws InterruptedException {
        for (var message : List.copyOf(waiting)) {
            push(message[0], message[1], message[2]);
        }
    }

    @Override
    public List<String> received(String person) {
        return sent.stream()
                .filter(message -> message.to().identity().equals(person))
                .map(message -> message.content().plainText())
                .toList();
    }

    @Override
    public Set<String> secrets() {
        return Set.of(SECRET);
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.builder().build();
    }

    @Override
    public Delivery deliver(Outbound message) {
        if (fault == Fault.TELLS_SECRETS) {
            context.health(Optional.of("sent with " + SECRET));
        }
        if (!message.content().kind().equals(Content.TEXT)) {
            if (fault == Fault.THROWS_AT_WHAT_IT_CANNOT_SEND) {
                throw new IllegalArgumentException("no such thing");
            }
            return new Delivery.Rejected(Delivery.Cause.CONTENT, "text only");
        }
        sent.add(message);
        return new Delivery.Sent("");
    }

    @Override
    public void close() {}
}
