package dev.frontdesk.channel.telegram;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * One client with its connections. OkHttp must not repeat a call on its own: a message that was on its way would come twice. {@link
 * Wire} sees to it that a kept connection costs no message all the same. Safe for use by many threads.
 */
final class Line implements AutoCloseable {

    static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofSeconds(20);
    private static final Duration IDLE = Duration.ofSeconds(20);
    /** Whoever waits for a file has a limit of their own; this is for one that nobody waits for any more. */
    private static final Duration FILE = Duration.ofMinutes(30);

    private static final int SIDE_BY_SIDE = 1000;

    private final OkHttpClient http;
    private final OkHttpClient uploads;
    private final OkHttpClient downloads;
    private final TelegramClient client;
    private final HttpUrl base;
    private final String token;

    /** @param limit after which a call counts as lost, whatever the connection says */
    Line(URI api, String token, Duration limit) {
        var dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(SIDE_BY_SIDE);
        dispatcher.setMaxRequestsPerHost(SIDE_BY_SIDE);
        var plain = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(8, IDLE.toSeconds(), TimeUnit.SECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(CONNECT)
                .readTimeout(limit)
                .writeTimeout(CALL)
                .addNetworkInterceptor(Wire::sending)
                .build();
        var wire = new Wire();
        http = plain.newBuilder()
                .callTimeout(limit.plus(CONNECT))
                .addInterceptor(wire)
                .build();
        uploads = plain.newBuilder().callTimeout(FILE).addInterceptor(wire).build();
        downloads = plain.newBuilder()
                .callTimeout(FILE)
                .addInterceptor(Wire::connecting)
                .build();
        this.token = token;
        base = HttpUrl.get(api);
        client = new OkHttpTelegramClient(JsonMapper.builder().build(), http, token, url(api));
    }

    private static TelegramUrl url(URI base) {
        boolean tls = "https".equals(base.getScheme());
        int port = base.getPort() < 0 ? tls ? 443 : 80 : base.getPort();
        return new TelegramUrl(base.getScheme(), base.getHost(), port, false);
    }

    CompletableFuture<Answer> begin(Verbatim method) {
        try {
            return client.<String, Verbatim>executeAsync(method).handle(Line::answer);
        } catch (TelegramApiException | RuntimeException refused) {
            return CompletableFuture.completedFuture(new Answer.NotSent("the call could not be made"));
        }
    }

    /** A call with a file in it; ends with the thread that waits for it. */
    Answer upload(String method, RequestBody body) throws InterruptedException {
        var url = base.newBuilder()
                .addPathSegment("bot" + token)
                .addPathSegment(method)
                .build();
        var call = uploads.newCall(new Request.Builder().url(url).post(body).build());
        var answer = new CompletableFuture<Answer>();
        call.enqueue(new Callback() {
            @Override
            public void onResponse(Call done, Response response) throws IOException {
                try (response) {
                    var said = response.body();
                    answer.complete(answer(said == null ? "" : said.string(), null));
                }
            }

            @Override
            public void onFailure(Call failed, IOException trouble) {
                answer.complete(answer(null, trouble));
            }
        });
        try {
            return answer.get();
        } catch (ExecutionException impossible) {
            return new Answer.Unsure("no answer");
        } finally {
            if (!answer.isDone()) {
                call.cancel();
            }
        }
    }

    /** The bytes behind a path that getFile has told. The address has the token in it: neither it nor what OkHttp says of it may leave. */
    Call download(String path) {
        var url = base.newBuilder()
                .addPathSegment("file")
                .addPathSegment("bot" + token)
                .addPathSegments(path)
                .build();
        return downloads.newCall(new Request.Builder().url(url).build());
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

    void cancelAll() {
        http.dispatcher().cancelAll();
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdownNow();
        http.connectionPool().evictAll();
    }
}
