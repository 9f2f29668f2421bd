package dev.frontdesk.channel.telegram;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import okhttp3.Call;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;

/**
 * Calls of the Bot API with the client of telegrambots, each with a time limit and an answer that is a value. The client is built
 * at the first call, for that takes its time. Safe for use by many threads.
 */
final class BotApi implements AutoCloseable {

    private static final Duration CALL = Duration.ofSeconds(20);
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Answer CLOSED = new Answer.NotSent("the channel is closed");

    private final TelegramSettings settings;
    private final Duration pollLimit;
    private @Nullable Line calls;
    private @Nullable Line polls;
    private boolean closed;

    /** @param pollLimit after which a poll counts as lost, whatever the connection says */
    BotApi(TelegramSettings settings, Duration pollLimit) {
        this.settings = settings;
        this.pollLimit = pollLimit;
    }

    /** Calls and waits for the answer. */
    Answer call(PartialBotApiMethod<?> method) throws InterruptedException {
        return call(new Verbatim(method));
    }

    /** Calls with parameters of our own and waits for the answer. */
    Answer call(Verbatim method) throws InterruptedException {
        var line = calls();
        if (line.isEmpty()) {
            return CLOSED;
        }
        try {
            return line.get().begin(method).get(CALL.plus(Line.CONNECT).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException lost) {
            return new Answer.Unsure("no answer in time");
        }
    }

    /** Calls with a file and waits for the answer, however long the file takes: whoever waits has a limit. */
    Answer upload(String method, RequestBody body) throws InterruptedException {
        var line = calls();
        return line.isEmpty() ? CLOSED : line.get().upload(method, body);
    }

    /** A call that brings a file; empty when the channel is closed. */
    Optional<Call> download(String path) {
        return calls().map(line -> line.download(path));
    }

    /** A poll: asks every few seconds whether to wait on; empty when not, or when the channel is closed. */
    Optional<Answer> poll(Verbatim method, BooleanSupplier goOn) throws InterruptedException {
        var open = polls();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        var line = open.get();
        long end = System.nanoTime() + pollLimit.plus(Line.CONNECT).toNanos();
        var answer = line.begin(method);
        try {
            while (System.nanoTime() < end) {
                try {
                    return Optional.of(answer.get(BEAT.toMillis(), TimeUnit.MILLISECONDS));
                } catch (TimeoutException waiting) {
                    if (!goOn.getAsBoolean()) {
                        return Optional.empty();
                    }
                }
            }
            return Optional.of(new Answer.Unsure("no answer in time"));
        } catch (ExecutionException lost) {
            return Optional.of(new Answer.Unsure("no answer"));
        } finally {
            if (!answer.isDone()) {
                line.cancelAll();
            }
        }
    }

    private synchronized Optional<Line> calls() {
        if (calls == null && !closed) {
            calls = line(CALL);
        }
        return Optional.ofNullable(calls);
    }

    private synchronized Optional<Line> polls() {
        if (polls == null && !closed) {
            polls = line(pollLimit);
        }
        return Optional.ofNullable(polls);
    }

    private Line line(Duration limit) {
        return new Line(settings.apiUrl(), settings.token().reveal(), limit);
    }

    @Override
    public synchronized void close() {
        closed = true;
        close(calls);
        close(polls);
        calls = null;
        polls = null;
    }

    private static void close(@Nullable Line line) {
        if (line != null) {
            line.close();
        }
    }
}
