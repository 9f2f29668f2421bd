package dev.frontdesk.channel.webchat;

import dev.frontdesk.api.channel.HttpReply.EventSink;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** The streams this node has open: how many, whose, and how to end them. Used by many threads. */
final class Streams implements AutoCloseable {

    /** A visitor with more tabs than this polls in the others. */
    private static final int PER_VISITOR = 6;

    private final int most;
    private final Set<Open> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Streams(int most) {
        this.most = most;
    }

    boolean full(String visitor) {
        return closed || open.size() >= most || of(visitor) >= PER_VISITOR;
    }

    private long of(String visitor) {
        return open.stream().filter(stream -> stream.visitor.equals(visitor)).count();
    }

    boolean closed() {
        return closed;
    }

    int count() {
        return open.size();
    }

    /** Runs a stream on this thread until it ends. */
    void run(String visitor, EventSink sink, Body body) throws IOException, InterruptedException {
        var stream = new Open(visitor, sink, Thread.currentThread());
        open.add(stream);
        try {
            body.write(stream);
        } catch (InterruptedException interrupted) {
            if (!closed) {
                throw interrupted;
            }
        } finally {
            open.remove(stream);
        }
    }

    /** Tells a visitor's tabs on this node that somebody types. Never waits for a slow reader: it is a hint. */
    void typing(String visitor) {
        open.stream().filter(stream -> stream.visitor.equals(visitor)).forEach(Open::hintTyping);
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(stream -> stream.thread.interrupt());
    }

    /** What writes a stream. */
    interface Body {
        void write(Open stream) throws IOException, InterruptedException;
    }

    /** One open stream; its lock keeps a hint from getting into the middle of an event. */
    static final class Open {

        private final String visitor;
        private final EventSink sink;
        private final Thread thread;
        private final ReentrantLock lock = new ReentrantLock();

        private Open(String visitor, EventSink sink, Thread thread) {
            this.visitor = visitor;
            this.sink = sink;
            this.thread = thread;
        }

        void send(String id, String name, String data) throws IOException {
            lock.lock();
            try {
                sink.send(id, name, data);
            } finally {
                lock.unlock();
            }
        }

        private void hintTyping() {
            Thread.startVirtualThread(() -> {
                if (!lock.tryLock()) {
                    return;
                }
                try {
                    sink.send("", "typing", "{}");
                } catch (IOException _) {
                    // The reader is gone; the stream's own thread notices with its next event.
                } finally {
                    lock.unlock();
                }
            });
        }
    }
}
