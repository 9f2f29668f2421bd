package dev.frontdesk.engine.event;

import dev.frontdesk.api.ContactId;
import dev.frontdesk.api.ConversationId;
import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Batch;
import dev.frontdesk.api.channel.Lease;
import dev.frontdesk.api.channel.Receiver;
import dev.frontdesk.api.event.Event;
import dev.frontdesk.api.event.EventListener;
import dev.frontdesk.engine.intake.ChannelIntake;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.port.EventLog;
import dev.frontdesk.engine.port.Threads;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Tells one plugin's listener of every event, on the one node that holds its lease, and remembers how far it got: a throw stops at
 * the event and brings it again. It is kept running like a channel's receiver.
 */
public final class Listeners implements Receiver {
    private static final String POSITION = "position";
    private static final int MOST = 200;
    private static final long LOOK_MILLIS = 500;

    private final String name;
    private final EventListener listener;
    private final EventLog log;
    private final Threads threads;
    private final ChannelIntake.Gate gate;

    public Listeners(
            String plugin,
            String name,
            EventListener listener,
            EventLog log,
            Threads threads,
            ChannelIntake.Gate gate) {
        this.name = "listener:" + plugin + "." + name;
        this.listener = listener;
        this.log = log;
        this.threads = threads;
        this.gate = gate;
    }

    public String name() {
        return name;
    }

    @Override
    public void run(Lease lease) throws Exception {
        var known = threads.cursor(name, POSITION);
        String position = known.orElseGet(log::end);
        if (known.isEmpty()) {
            save(lease, position); // a throw at the very first event must bring it again, too
        }
        while (lease.beat()) {
            List<EventLog.Entry> entries = log.after(position, MOST);
            String before = position;
            try {
                for (EventLog.Entry entry : entries) {
                    for (Fact fact : entry.facts()) {
                        listener.on(new Told(entry.position(), fact));
                    }
                    position = entry.position();
                }
            } finally {
                if (!position.equals(before)) {
                    save(lease, position);
                }
            }
            if (entries.isEmpty()) {
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }

    private void save(Lease lease, String position) throws Exception {
        gate.accept(name, new Batch(List.of(), Map.of(POSITION, position), OptionalLong.of(lease.fence())));
    }

    private record Told(String position, Fact fact) implements Event {
        @Override
        public String type() {
            return fact.type();
        }

        @Override
        public Instant at() {
            return Instant.ofEpochMilli(fact.at());
        }

        @Override
        public Optional<ContactId> contact() {
            return fact.contact() == 0 ? Optional.empty() : Optional.of(new ContactId(fact.contact()));
        }

        @Override
        public Optional<ConversationId> conversation() {
            return fact.conversation() == 0 ? Optional.empty() : Optional.of(new ConversationId(fact.conversation()));
        }

        @Override
        public Facts details() {
            Map<String, Value> values = fact.details().values();
            return Facts.of(values);
        }
    }
}
