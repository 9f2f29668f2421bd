package dev.frontdesk.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Contacts that write, wait for the question, answer, and wait for the confirmation; each connection one at a time. */
final class Load {
    private static final int PATIENCE_SECONDS = 30;

    private final int port;
    private final Provider provider;
    private final int connections;
    private final String prefix;
    private final Latencies latencies = new Latencies();
    private final ThreadLocal<Long> times = ThreadLocal.withInitial(() -> 0L);
    private final AtomicInteger lost = new AtomicInteger();

    Load(int port, Provider provider, int connections, String prefix) {
        this.port = port;
        this.provider = provider;
        this.connections = connections;
        this.prefix = prefix;
    }

    Latencies latencies() {
        return latencies;
    }

    /** Answers how many conversations did not come to their end. */
    int run(int conversations) throws InterruptedException {
        var next = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < connections; i++) {
            threads.add(Thread.ofVirtual().start(() -> connection(next, conversations)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return lost.get();
    }

    private void connection(AtomicInteger next, int conversations) {
        try (var http = new Http(port)) {
            for (int i = next.getAndIncrement(); i < conversations; i = next.getAndIncrement()) {
                if (!conversation(http, prefix + i, i)) {
                    lost.incrementAndGet();
                }
            }
        } catch (IOException | InterruptedException e) {
            System.err.println("a connection broke: " + e);
            lost.incrementAndGet();
        }
    }

    private boolean conversation(Http http, String contact, int number) throws IOException, InterruptedException {
        boolean whole = says(http, contact, 1, "Hello, is anybody there?")
                && hears(contact, "How can we help")
                && says(http, contact, 2, number % 2 == 0 ? "I would like to buy a lamp" : "My lamp is broken")
                && hears(contact, "Thank you");
        provider.forget(contact);
        return whole;
    }

    private boolean says(Http http, String contact, int n, String text) throws IOException {
        String path = "/channels/hook/in?id=" + contact + "-" + n + "&from=" + contact + "&name=Contact+" + contact;
        times.set(System.nanoTime());
        int status = http.post(path, Map.of("X-Hook-Secret", Site.SECRET), text.getBytes(StandardCharsets.UTF_8));
        if (status != 200) {
            System.err.println("webhook answered " + status);
        }
        return status == 200;
    }

    private boolean hears(String contact, String begins) throws InterruptedException {
        var heard = provider.inbox(contact).poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (heard == null || !heard.text().startsWith(begins)) {
            System.err.println("contact " + contact + " waited for '" + begins + "' and heard " + heard);
            return false;
        }
        latencies.add(heard.at() - times.get());
        return true;
    }
}
