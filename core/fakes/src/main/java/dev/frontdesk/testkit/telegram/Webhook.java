package dev.frontdesk.testkit.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.frontdesk.testkit.fault.Weather;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;

/**
 * Calls the bot's webhook as Telegram does: the updates of a chat one after the other, the first retry at once, then ever more
 * slowly, until it hears a 2xx. Safe for use by many threads.
 */
final class Webhook implements AutoCloseable {
    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    /** What the bot has set. */
    record Target(URI url, String secret, int connections) {}

    private final UpdateQueue queue;
    private final Duration firstPause;
    private final Duration longestPause;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> busy = new HashSet<>();
    private Semaphore connections = new Semaphore(0);
    private Optional<Target> target = Optional.empty();
    private String lastError = "";
    private Weather weather = Weather.FINE;
    private long lanes;

    Webhook(UpdateQueue queue, Duration firstPause, Duration longestPause) {
        this.queue = queue;
        this.firstPause = firstPause;
        this.longestPause = longestPause;
    }

    synchronized void weather(Weather today) {
        weather = today;
    }

    /** On a bad day nothing waits for what came before it. */
    synchronized String lane(String usual) {
        return weather.isFine() ? usual : usual + ":" + lanes++;
    }

    private synchronized Weather weather() {
        return weather;
    }

    synchronized Optional<Target> target() {
        return target;
    }

    synchronized String lastError() {
        return lastError;
    }

    synchronized void set(Target to) {
        target = Optional.of(to);
        connections = new Semaphore(to.connections());
        queue.lanes().forEach(this::wake);
    }

    synchronized void delete() {
        target = Optional.empty();
    }

    /** There is something new in a lane. */
    synchronized void wake(String lane) {
        if (target.isPresent() && !threads.isShutdown() && busy.add(lane)) {
            threads.execute(() -> serve(lane));
        }
    }

    private void serve(String lane) {
        int failures = 0;
        try {
            for (var next = next(lane); next.isPresent(); next = next(lane)) {
                Thread.sleep(weather().delay());
                if (push(next.get())) {
                    for (int again = weather().times(); again > 1; again--) {
                        Thread.sleep(weather().delay());
                        push(next.get());
                    }
                    queue.acknowledge(next.get().id(), Ledger.By.WEBHOOK);
                    failures = 0;
                } else if (failures++ > 0) {
                    Thread.sleep(pause(failures));
                }
            }
        } catch (InterruptedException closed) {
            leave(lane);
        }
    }

    private Duration pause(int failures) {
        var doubled = firstPause.multipliedBy(1L << Math.min(failures - 2, 16));
        return doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
    }

    /** The head of the lane; without one the lane is left, so that the next update starts it again. */
    private synchronized Optional<UpdateQueue.Pending> next(String lane) {
        var head = target.isPresent() ? queue.head(lane) : Optional.<UpdateQueue.Pending>empty();
        if (head.isEmpty()) {
            busy.remove(lane);
        }
        return head;
    }

    private synchronized void leave(String lane) {
        busy.remove(lane);
    }

    private boolean push(UpdateQueue.Pending update) throws InterruptedException {
        Target to;
        Semaphore slots;
        synchronized (this) {
            if (target.isEmpty()) {
                return false;
            }
            to = target.get();
            slots = connections;
        }
        slots.acquire();
        try {
            int status = post(to, update.raw());
            synchronized (this) {
                lastError = status / 100 == 2 ? lastError : "Wrong response from the webhook: " + status;
            }
            return status / 100 == 2;
        } catch (IOException away) {
            synchronized (this) {
                lastError = "Connection failed";
            }
            return false;
        } finally {
            slots.release();
        }
    }

    private int post(Target to, String raw) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(to.url())
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(raw, UTF_8));
        if (!to.secret().isEmpty()) {
            request.header(SECRET, to.secret());
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
