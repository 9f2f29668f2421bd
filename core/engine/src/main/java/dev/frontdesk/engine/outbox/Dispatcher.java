package dev.frontdesk.engine.outbox;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.engine.job.Mails;
import dev.frontdesk.engine.job.Job;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.model.OutboxRow;
import dev.frontdesk.engine.model.SendResult;
import dev.frontdesk.engine.outbox.Sending.Attempt;
import dev.frontdesk.engine.watch.FaultPoints;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Hands claimed messages to their channels, each on a virtual thread, and reports what became of them. A channel whose account is
 * refused or throttled pauses; its messages stay. Safe for use by many threads.
 */
public final class Dispatcher {
    /** No provider call may take longer, but for the time its files need. */
    static final Duration DEADLINE = Duration.ofSeconds(30);

    private static final int MOST_ATTEMPTS = 8;
    private static final Duration HALTED = Duration.ofSeconds(60);
    /** A provider that says nothing for so long has a quarter of all sends and no more, and holds up nobody else. */
    private static final Duration SILENT = Duration.ofSeconds(2);

    /** So long a report is waited for that tells whether a message was sent. */
    private static final Duration REPORT_WITHIN = Duration.ofSeconds(60);
    /** Where no report will come, silence does more harm than a repetition. */
    private static final Duration BREATH = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final Map<String, Channel> channels;
    private final Map<String, Long> pausedUntil = new ConcurrentHashMap<>();
    private final Map<String, String> halted = new ConcurrentHashMap<>();
    private final Map<String, Flight> flights = new ConcurrentHashMap<>();
    private final AtomicInteger under = new AtomicInteger();
    private final int most;
    private final InstantSource clock;
    private final Past past;
    private final Consumer<Job.Sent> report;

    public Dispatcher(
            Map<String, Channel> channels, int most, InstantSource clock, Past past, Consumer<Job.Sent> report) {
        this.channels = channels;
        this.most = most;
        this.clock = clock;
        this.past = past;
        this.report = report;
    }

    public int free() {
        int taken = under.get();
        for (Flight flight : flights.values()) {
            taken -= silent(flight) ? Math.max(0, flight.count.get() - share()) : 0;
        }
        return Math.max(0, most - taken);
    }

    public boolean idle() {
        return under.get() == 0;
    }

    /** Channel → what its provider says, for accounts that are refused. */
    public Map<String, String> halted() {
        return Map.copyOf(halted);
    }

    public void send(List<OutboxRow> rows) {
        for (OutboxRow row : rows) {
            // Lanes claim side by side and may claim a few too many: a lane must not wait for a provider.
            under.incrementAndGet();
            Thread.ofVirtual().name("send").start(() -> {
                try {
                    FaultPoints.reached(FaultPoints.BEFORE_SEND);
                    Attempt attempt = deliver(row);
                    FaultPoints.reached(FaultPoints.AFTER_SEND);
                    report.accept(result(row, attempt));
                } finally {
                    under.decrementAndGet();
                }
            });
        }
    }

    private int share() {
        return Math.max(1, most / 4);
    }

    private boolean silent(Flight flight) {
        return clock.millis() - flight.answeredAt > SILENT.toMillis();
    }

    /** What one channel has under way. */
    private static final class Flight {
        private final AtomicInteger count = new AtomicInteger();
        private volatile long answeredAt;
    }

    private Attempt deliver(OutboxRow row) {
        String id = row.reach().channel();
        Channel channel = channels.get(id);
        if (row.unsure() && !row.automatic() && !idempotent(channel)) {
            return not(new Delivery.Unknown("nothing was heard of it"));
        }
        if (channel == null) {
            return not(new Delivery.Halted("channel '" + id + "' is not configured or not enabled"));
        }
        long paused = pausedUntil.getOrDefault(id, 0L) - clock.millis();
        if (paused > 0) {
            return not(new Delivery.Later(Duration.ofMillis(paused), true, "the channel pauses"));
        }
        var flight = flights.computeIfAbsent(id, _ -> new Flight());
        if (silent(flight) && flight.count.get() >= share()) {
            return not(new Delivery.Later(SILENT, false, "the provider does not answer; others have their turn"));
        }
        if (flight.count.getAndIncrement() == 0) {
            flight.answeredAt = clock.millis();
        }
        try {
            return deliver(row, id, channel);
        } finally {
            flight.answeredAt = clock.millis();
            flight.count.decrementAndGet();
        }
    }

    private static Attempt not(Delivery delivery) {
        return new Attempt(delivery, false);
    }

    private Attempt deliver(OutboxRow row, String id, Channel channel) {
        MDC.put("channel", id);
        MDC.put("conversation", Long.toString(row.conversation()));
        var deadline = DEADLINE.plus(row.transfer());
        try (var _ = Deadline.of(deadline)) {
            var attempt = new Sending(row, channel, clock, past).attempt();
            if (!(attempt.delivery() instanceof Delivery.Halted)) {
                halted.remove(id);
            }
            return attempt;
        } catch (InterruptedException e) {
            return not(new Delivery.Unknown("no answer within " + deadline.toSeconds() + " s"));
        } catch (Throwable e) {
            log.warn("channel '{}': sending message {} threw; it may have been sent", id, row.id(), e);
            return not(new Delivery.Unknown(e.toString()));
        }
    }

    private Job.Sent result(OutboxRow row, Attempt attempt) {
        SendResult result =
                switch (attempt) {
                    case Attempt it when it.needless() -> dropped(row, "the form says it all");
                    case Attempt it when !it.capped().isEmpty() -> dropped(row, it.capped());
                    default -> result(row, attempt.delivery());
                };
        var notes = notes(row, result);
        if (!attempt.capped().isEmpty()) {
            notes.add(new Job.Note(
                    row.contact(),
                    Mail.Kind.CAPPED,
                    new Value.Fields(Map.of(
                            "conversation", Value.of(Long.toString(row.conversation())),
                            "why", Value.of(attempt.capped())))));
        }
        return new Job.Sent(attempt.fallback() ? asFallback(result) : result, row.contact(), row.part(), notes);
    }

    private SendResult dropped(OutboxRow row, String why) {
        return to(row, OutboxRow.State.DROPPED, "", why, 0, clock.millis(), false);
    }

    private SendResult result(OutboxRow row, Delivery delivery) {
        long now = clock.millis();
        return switch (delivery) {
            case Delivery.Sent(var remote) -> to(row, OutboxRow.State.SENT, remote, "", 0, now, false);
            case Delivery.Later(var after, var whole, var why) -> {
                if (whole) {
                    pausedUntil.merge(row.reach().channel(), now + after.toMillis(), Math::max);
                }
                yield to(row, untried(row), "", why, now + Math.max(1, after.toMillis()), now, false);
            }
            case Delivery.Rejected(var cause, var why) ->
                to(
                        row,
                        OutboxRow.State.FAILED,
                        "",
                        cause == Delivery.Cause.WINDOW_CLOSED ? ReplyWindow.CLOSED + ": " + why : why,
                        0,
                        now,
                        cause == Delivery.Cause.UNREACHABLE);
            case Delivery.Halted(var why) -> {
                halt(row.reach().channel(), why, now);
                yield to(row, untried(row), "", why, now + HALTED.toMillis(), now, false);
            }
            case Delivery.Unknown(var why) -> unknown(row, why, now);
        };
    }

    private static SendResult asFallback(SendResult it) {
        return new SendResult(
                it.id(),
                it.attempt(),
                it.state(),
                it.remoteId(),
                it.why(),
                it.dueAt(),
                it.at(),
                it.unreachable(),
                true);
    }

    /** This attempt did not reach anybody; an earlier one still may have. */
    private static OutboxRow.State untried(OutboxRow row) {
        return row.unsure() ? OutboxRow.State.UNKNOWN : OutboxRow.State.READY;
    }

    private void halt(String channel, String why, long now) {
        pausedUntil.put(channel, now + HALTED.toMillis());
        if (halted.put(channel, why) == null) {
            log.error(
                    "channel '{}': the provider refuses the account: {}. Its messages are kept and tried every {} s.",
                    channel,
                    why,
                    HALTED.toSeconds());
        }
    }

    /**
     * Where the receiver knows a message by its id, sending again is harmless. Where a provider reports, the contact's messages wait
     * for that. Then what a bot said is sent once more (silence does more harm), and what a person wrote is left to the person.
     */
    private SendResult unknown(OutboxRow row, String why, long now) {
        var channel = channels.get(row.reach().channel());
        if (idempotent(channel)) {
            if (row.attempt() >= MOST_ATTEMPTS) {
                return to(row, OutboxRow.State.FAILED, "", why + " (" + row.attempt() + " attempts)", 0, now, false);
            }
            return to(row, OutboxRow.State.READY, "", why, now + backoff(row.attempt()), now, false);
        }
        boolean reports = channel != null && channel.capabilities().reports();
        if (row.unsure() || !row.automatic() && !reports) {
            return to(row, OutboxRow.State.UNSURE, "", why, 0, now, false);
        }
        Duration wait = reports ? REPORT_WITHIN : BREATH;
        return to(row, OutboxRow.State.UNKNOWN, "", why, now + wait.toMillis(), now, false);
    }

    private static boolean idempotent(@Nullable Channel channel) {
        return channel != null && channel.capabilities().idempotent();
    }

    private static long backoff(int attempt) {
        return Math.min(300_000, 1000L << Math.min(attempt, 9));
    }

    private static SendResult to(
            OutboxRow row, OutboxRow.State state, String remote, String why, long due, long now, boolean unreachable) {
        return new SendResult(row.id(), row.attempt(), state, remote, why, due, now, unreachable);
    }

    private static List<Job.Note> notes(OutboxRow row, SendResult result) {
        var notes = new ArrayList<Job.Note>();
        boolean settled =
                switch (result.state()) {
                    case SENT, FAILED, UNSURE, DROPPED -> true;
                    case READY, SENDING, DELIVERED, READ, UNKNOWN -> false;
                };
        boolean accepted = result.state() == OutboxRow.State.SENT || result.state() == OutboxRow.State.DROPPED;
        if (row.run() != 0 && settled) {
            notes.add(new Job.Note(
                    row.contact(),
                    Mail.Kind.DELIVERY,
                    Mails.delivery(row.run(), row.rev(), row.id(), accepted, result.why())));
        }
        if (result.unreachable()) {
            notes.add(new Job.Note(
                    row.contact(),
                    Mail.Kind.REACH,
                    new Value.Fields(Map.of(
                            "channel", Value.of(row.reach().channel()),
                            "reachable", Value.of(false),
                            "why", Value.of(result.why())))));
        }
        return notes;
    }
}
