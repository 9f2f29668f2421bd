package dev.frontdesk.web.live;

import java.util.ArrayDeque;
import java.util.Optional;

/**
 * What waits for one stream, bounded: a reader that falls too far behind loses it all and is told to fetch again.
 * Filled by the reader of the log, emptied by the stream's own thread.
 */
final class Subscriber {
    private static final int MOST = 4096;

    final String agent;
    private final ArrayDeque<LiveBatch> waiting = new ArrayDeque<>();
    private int size;
    private boolean check;

    Subscriber(String agent) {
        this.agent = agent;
    }

    /** @param logPosition where a reader goes on that lost what waited */
    synchronized void offer(LiveBatch batch, String logPosition) {
        size += Math.max(1, batch.events().size());
        if (size > MOST) {
            waiting.clear();
            waiting.add(LiveBatch.resync(logPosition));
            size = 1;
        } else {
            waiting.add(batch);
        }
        notifyAll();
    }

    /** Makes the stream look at once whether its session still stands. */
    synchronized void check() {
        check = true;
        notifyAll();
    }

    synchronized boolean takeCheck() {
        boolean asked = check;
        check = false;
        return asked;
    }

    /** The next batch; empty when there is none in time or a check is asked for. */
    synchronized Optional<LiveBatch> take(long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        while (waiting.isEmpty() && !check) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return Optional.empty();
            }
            wait(left);
        }
        if (check) {
            return Optional.empty();
        }
        var batch = waiting.remove();
        size -= Math.max(1, batch.events().size());
        return Optional.of(batch);
    }
}
