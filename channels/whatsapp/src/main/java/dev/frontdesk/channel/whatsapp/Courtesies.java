package dev.frontdesk.channel.whatsapp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/** What is nice to have and does no harm when it fails: the ticks under what people wrote, the typing. Safe for use by many threads. */
final class Courtesies implements AutoCloseable {

    private static final int MOST_PEOPLE = 20_000;
    private static final int SIDE_BY_SIDE = 200;

    private final Graph graph;
    private final boolean markRead;
    private final Semaphore free = new Semaphore(SIDE_BY_SIDE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** What somebody wrote last: WhatsApp shows typing only below a message. */
    private final Map<String, String> last = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_PEOPLE;
        }
    };

    Courtesies(Graph graph, boolean markRead) {
        this.graph = graph;
        this.markRead = markRead;
    }

    /** Something that somebody wrote is stored. */
    void stored(String person, String wamid) {
        if (markRead) {
            synchronized (last) {
                last.put(person, wamid);
            }
            later(() -> mark(wamid, false));
        }
    }

    void typing(String person) {
        Optional<String> wamid;
        synchronized (last) {
            wamid = Optional.ofNullable(last.get(person));
        }
        wamid.ifPresent(id -> later(() -> mark(id, true)));
    }

    private void mark(String wamid, boolean typing) throws InterruptedException {
        var body = Json.object()
                .put("messaging_product", "whatsapp")
                .put("status", "read")
                .put("message_id", wamid);
        if (typing) {
            body.putObject("typing_indicator").put("type", "text");
        }
        graph.post("messages", body);
    }

    interface Task {
        void run() throws InterruptedException;
    }

    /** Soon, or not at all where too much is under way. */
    void later(Task task) {
        if (!free.tryAcquire()) {
            return;
        }
        try {
            threads.execute(() -> {
                try {
                    task.run();
                } catch (InterruptedException closing) {
                    // The channel closes.
                } finally {
                    free.release();
                }
            });
        } catch (RejectedExecutionException closing) {
            free.release();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
