package dev.frontdesk.channel.telegram;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Calls of the Bot API with the client of telegrambots, each with a time limit and an answer that is a value. The client is built
 * at the first call, for that takes its time. OkHttp must not repeat a call on its own: a message that was on its way would come
 * twice. {@link Wire} sees to it that a kept connection costs no message all the same. Safe for use by many threads.
 */
final class BotApi implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofSeconds(20);
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final int SIDE_BY_SIDE = 1000;

    private record Line(OkHttpClient http, TelegramClient client) {}

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
            return new Answer.NotSent("the channel is closed");
        }
        var answer = begin(line.get(), method);
        try {
            return answer.get(CALL.plus(CONNECT).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException lost) {
            return new Answer.Unsure("no answer in time");
        }
    }

    /** A poll: asks every few seconds whether to wait on; empty when not, or when the channel is closed. */
    Optional<Answer> poll(Verbatim method, BooleanSupplier goOn) throws InterruptedException {
        var open = polls();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        var line = open.get();
        long end = System.nanoTime() + pollLimit.plus(CONNECT).toNanos();
        var answer = begin(line, method);
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
                line.http().dispatcher().cancelAll();
            }
        }
    }

    private static CompletableFuture<Answer> begin(Line line, Verbatim method) {
        try {
            return line.client()
                    .<String, Verbatim>executeAsync(method)
                    .handle((body, trouble) -> answer(body, trouble));
        } catch (TelegramApiException | RuntimeException refused) {
            return CompletableFuture.completedFuture(new Answer.NotSent("the call could not be made"));
        }
    }

    private static Answer answer(@Nullable String body, @Nullable Throwable trouble) {
        if (body != null) {
            return Answer.of(body);
        }
        for (var cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof Wire.Failed failed) {
                return failed.answer();
            }
        }
        return new Answer.Unsure("no answer in time");
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
        var dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(SIDE_BY_SIDE);
        dispatcher.setMaxRequestsPerHost(SIDE_BY_SIDE);
        var http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(8, IDLE.toSeconds(), TimeUnit.SECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(CONNECT)
                .readTimeout(limit)
                .writeTimeout(CALL)
                .callTimeout(limit.plus(CONNECT))
                .addInterceptor(new Wire())
                .addNetworkInterceptor(Wire::sending)
                .build();
        var mapper = JsonMapper.builder().build();
        return new Line(
                http, new OkHttpTelegramClient(mapper, http, settings.token().reveal(), url(settings.apiUrl())));
    }

    private static TelegramUrl url(URI base) {
        boolean tls = "https".equals(base.getScheme());
        int port = base.getPort() < 0 ? tls ? 443 : 80 : base.getPort();
        return new TelegramUrl(base.getScheme(), base.getHost(), port, false);
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
            line.http().dispatcher().cancelAll();
            line.http().dispatcher().executorService().shutdownNow();
            line.http().connectionPool().evictAll();
        }
    }
}
