package dev.frontdesk.testkit.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.testkit.fault.Weather;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Brings webhooks as Meta does: signed, in no promised order, again and again until it hears a 2xx, and more often than needed.
 * Safe for use by many threads.
 */
final class Courier implements AutoCloseable {

    private final String appSecret;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Duration firstPause;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger underWay = new AtomicInteger();
    private final List<JsonNode> held = new ArrayList<>();
    private Optional<URI> target = Optional.empty();
    private boolean holding;
    private int copies = 1;
    private Weather weather = Weather.FINE;
    private int together = 1;

    Courier(String appSecret, Ledger ledger, InstantSource clock, Duration firstPause) {
        this.appSecret = appSecret;
        this.ledger = ledger;
        this.clock = clock;
        this.firstPause = firstPause;
    }

    synchronized void target(URI url) {
        target = Optional.of(url);
    }

    synchronized void copies(int each) {
        copies = each;
    }

    synchronized void weather(Weather today) {
        weather = today;
    }

    synchronized void together(int many) {
        together = many;
    }

    synchronized void hold() {
        holding = true;
    }

    /** Brings what was held, in an order of its own, side by side. */
    void release(Random order) {
        var all = new ArrayList<JsonNode>();
        synchronized (this) {
            holding = false;
            for (int at = 0; at < held.size(); at += together) {
                all.add(Webhooks.together(held.subList(at, Math.min(held.size(), at + together))));
            }
            held.clear();
        }
        var times = new ArrayList<JsonNode>();
        all.forEach(one -> {
            int copiesOfThis = 1 + order.nextInt(copies());
            for (int copy = 0; copy < copiesOfThis; copy++) {
                times.add(one);
            }
        });
        Collections.shuffle(times, order);
        times.forEach(one -> start(one.toString()));
    }

    private synchronized int copies() {
        return copies;
    }

    void bring(JsonNode webhook) {
        ledger.webhook(webhook.toString());
        int times;
        synchronized (this) {
            if (holding) {
                held.add(webhook);
                return;
            }
            times = target.isPresent() ? Math.max(copies, weather.times()) : 0;
        }
        for (int copy = 0; copy < times; copy++) {
            start(webhook.toString());
        }
    }

    private void start(String body) {
        underWay.incrementAndGet();
        try {
            threads.execute(() -> {
                try {
                    untilHeard(body);
                } catch (InterruptedException closing) {
                    // The fake closes.
                } finally {
                    underWay.decrementAndGet();
                }
            });
        } catch (RejectedExecutionException closing) {
            underWay.decrementAndGet();
        }
    }

    private synchronized Duration delay() {
        return weather.delay();
    }

    private void untilHeard(String body) throws InterruptedException {
        Thread.sleep(delay());
        var pause = firstPause;
        while (post(body) / 100 != 2) {
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(Duration.ofMinutes(1)) > 0
                    ? Duration.ofMinutes(1)
                    : pause.multipliedBy(2);
        }
    }

    private int post(String body) throws InterruptedException {
        URI url;
        synchronized (this) {
            url = target.orElseThrow();
        }
        var bytes = body.getBytes(UTF_8);
        var request = HttpRequest.newBuilder(url)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("User-Agent", "facebookexternalua")
                .header("X-Hub-Signature-256", Webhooks.signature(appSecret, bytes))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        int status = 0;
        try {
            status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException away) {
            // Tried again.
        }
        ledger.add(new Ledger.Brought(body, status, clock.instant()));
        return status;
    }

    /** How many webhooks have not been heard with a 2xx yet. */
    int underWay() {
        return underWay.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
