package dev.frontdesk.channel.telegram;

import dev.frontdesk.api.channel.Batch;
import dev.frontdesk.api.channel.ChannelContext;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Intake;
import dev.frontdesk.api.channel.Lease;
import dev.frontdesk.api.channel.Receiver;
import dev.frontdesk.channel.telegram.Reading.Read;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;

/**
 * Asks Telegram for updates. A poll is stored together with the offset behind it in one transaction; only the next poll tells
 * Telegram that they were received. The offset follows the last update, up or down: Telegram counts anew after a week of silence.
 */
final class Polling implements Receiver {

    private static final int LIMIT = 100;
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);
    private static final Duration HASTY = Duration.ofMillis(500);
    private static final Duration FULL = Duration.ofSeconds(1);
    private static final Duration REFUSED = Duration.ofSeconds(60);
    private static final int BROKEN_IN_A_ROW = 3;

    private final TelegramSettings settings;
    private final ChannelContext context;
    private final BotApi api;
    private final Reading reading;
    private final Courtesies courtesies;
    private final Pause pause;
    private final Health health;

    Polling(
            TelegramSettings settings,
            ChannelContext context,
            BotApi api,
            Reading reading,
            Courtesies courtesies,
            Pause pause) {
        this.settings = settings;
        this.context = context;
        this.api = api;
        this.reading = reading;
        this.courtesies = courtesies;
        this.pause = pause;
        this.health = new Health(context);
    }

    /** What was wrong is said by whoever receives next: a node without the lease knows of no trouble. */
    @Override
    public void run(Lease lease) throws Exception {
        try {
            new Session(lease).run();
        } catch (InterruptedException asked) {
            throw asked;
        } catch (Exception failed) {
            health.well();
            throw failed;
        }
        health.well();
    }

    /** One hold of the lease. */
    private final class Session {
        private final String cursor = "offset:" + settings.bot();
        private final Lease lease;
        private long asked;
        private long offset;
        private int failures;
        private int broken;

        Session(Lease lease) {
            this.lease = lease;
        }

        void run() throws Exception {
            offset = context.intake().cursor(cursor).map(Long::parseLong).orElse(0L);
            boolean on = lease.beat();
            while (on) {
                asked = System.nanoTime();
                var answer = api.poll(question(), lease::beat);
                on = answer.isPresent() && take(answer.get()) && lease.beat();
            }
        }

        private Verbatim question() {
            var parameters = new LinkedHashMap<String, Object>();
            parameters.put("offset", offset);
            parameters.put("limit", broken < BROKEN_IN_A_ROW ? LIMIT : 1);
            parameters.put("timeout", settings.pollTimeout().toSeconds());
            parameters.put("allowed_updates", Reading.KINDS);
            return new Verbatim("getUpdates", parameters);
        }

        /** False when the lease is lost. */
        private boolean take(Answer answer) throws Exception {
            return switch (answer) {
                case Answer.Done(var body) -> received(body);
                case Answer.Refused refused -> refused(refused);
                case Answer.Strange(var status) ->
                    again("something that is no Bot API answers at " + host(settings.apiUrl()) + " (" + status + ")");
                case Answer.NotSent(var why) -> again("Telegram cannot be reached: " + why);
                case Answer.Unsure(var why) -> again("Telegram does not answer: " + why);
            };
        }

        private boolean received(String body) throws Exception {
            var elements = Json.elements(body, "result");
            var reads = new ArrayList<Read>();
            elements.texts().forEach(text -> reads.add(reading.read(text)));
            if (reads.isEmpty() && !elements.whole()) {
                return broken(body);
            }
            if (reads.isEmpty()) {
                return well() && nothing();
            }
            if (!store(reads)) {
                return false;
            }
            return reads.stream().anyMatch(read -> read.update().isPresent())
                    ? well()
                    : again("updates come without an id; they are put aside, and come again and again");
        }

        private boolean well() {
            broken = 0;
            failures = 0;
            health.well();
            return true;
        }

        /** A server that does not wait for something new would be asked thousands of times a second. */
        private boolean nothing() throws InterruptedException {
            boolean hasty = System.nanoTime() - asked < HASTY.toNanos();
            return !hasty || pause.rest(HASTY, lease);
        }

        /** What is no JSON at all is asked for again, at last alone; then it is put aside. */
        private boolean broken(String body) throws Exception {
            if (broken++ < BROKEN_IN_A_ROW) {
                return again("an answer of Telegram cannot be read");
            }
            var read = reading.unreadable(body);
            return read.update().isPresent()
                    ? store(List.of(read)) && well()
                    : again("an answer of Telegram cannot be read");
        }

        /** Stores a poll, however long it takes, and goes on behind it. */
        private boolean store(List<Read> reads) throws Exception {
            long next = behind(reads);
            List<Inbound> items =
                    reads.stream().flatMap(read -> read.items().stream()).toList();
            var batch = new Batch(items, Map.of(cursor, Long.toString(next)), OptionalLong.of(lease.fence()));
            for (int tries = 0; ; tries++) {
                try {
                    context.intake().accept(batch);
                    offset = next;
                    courtesies.answer(reads);
                    return true;
                } catch (Intake.Overloaded full) {
                    health.trouble("the store takes nothing now; polling waits, and Telegram keeps the messages");
                    if (!pause.rest(doubled(FULL, tries), lease)) {
                        return false;
                    }
                } catch (Intake.StaleLease elsewhere) {
                    return false;
                }
            }
        }

        private long behind(List<Read> reads) {
            long next = offset;
            for (var read : reads) {
                next = read.update().orElse(next) + 1;
            }
            return next;
        }

        private boolean refused(Answer.Refused refused) throws InterruptedException {
            return switch (refused.code()) {
                case 401, 404 -> {
                    health.trouble("Telegram refuses the token (" + refused.code() + "): nothing comes in until"
                            + " channels." + context.id()
                            + ".token is the one that @BotFather shows. Tried again every "
                            + REFUSED.toSeconds() + " s");
                    yield pause.rest(REFUSED, lease);
                }
                case 409 -> conflict(refused.description());
                case 429 -> {
                    health.trouble("Telegram asks to poll less often (429)");
                    yield pause.rest(
                            Duration.ofSeconds(Math.max(1, refused.retryAfter().orElse(5))), lease);
                }
                default -> again("Telegram answers " + refused.code() + " " + refused.description());
            };
        }

        /** Two may not receive for one bot: this is for people to settle, so it is said and tried again. */
        private boolean conflict(String description) throws InterruptedException {
            if (!description.contains("webhook")) {
                return again("another program polls with the token of this bot (409); only one may, stop the other");
            }
            if (settings.deleteWebhook()) {
                api.call(new DeleteWebhook());
                return again("a webhook was set for this bot and is removed now, as delete-webhook says");
            }
            return again(
                    "a webhook is set for this bot" + webhook() + ", so it cannot be polled (409): set mode = webhook,"
                            + " or let polling remove it with delete-webhook = true");
        }

        private String webhook() throws InterruptedException {
            return api.call(new GetWebhookInfo()) instanceof Answer.Done done
                    ? Json.text(done.result().path("url")).map(Session::at).orElse("")
                    : "";
        }

        private static String at(String url) {
            try {
                return " (at " + host(URI.create(url)) + ")";
            } catch (IllegalArgumentException malformed) {
                return "";
            }
        }

        private boolean again(String why) throws InterruptedException {
            health.trouble(why);
            return pause.rest(doubled(Duration.ofSeconds(1), failures++), lease);
        }
    }

    static Duration doubled(Duration first, int times) {
        var doubled = first.multipliedBy(1L << Math.min(times, 10));
        return doubled.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : doubled;
    }

    /** An address without what may be secret in it. */
    static String host(URI url) {
        return Optional.ofNullable(url.getHost()).orElse("an unnamed host");
    }
}
