package dev.frontdesk.engine.lane;

import dev.frontdesk.engine.Ids;
import dev.frontdesk.engine.port.FileStore;
import dev.frontdesk.engine.port.Store;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once an hour, on one node: forgets raw payloads after 30 days and what is over. Has a thread of its own while it works. */
final class Housekeeper {
    static final Duration EVERY = Duration.ofHours(1);
    private static final Duration RAW = Duration.ofDays(30);
    private static final Duration DONE = Duration.ofDays(7);
    /** Whoever puts a file refers to it well within this time. */
    private static final Duration FRESH = Duration.ofDays(1);

    private static final int MOST = 500;
    private static final String LEASE = "housekeeping";
    private static final Logger log = LoggerFactory.getLogger(Housekeeper.class);

    private final Store store;
    private final FileStore files;
    private final InstantSource clock;
    private final int node;

    Housekeeper(Store store, FileStore files, InstantSource clock, int node) {
        this.store = store;
        this.files = files;
        this.clock = clock;
        this.node = node;
    }

    void start() {
        Thread.ofVirtual().name("housekeeping").start(this::run);
    }

    void run() {
        try {
            if (store.leases().acquire(LEASE, node, EVERY.dividedBy(2)).isEmpty()) {
                return;
            }
            long now = clock.millis();
            while (store.housekeeping().forgetRaw(Ids.floor(now - RAW.toMillis()), MOST)) {
                Thread.sleep(Duration.ofMillis(50));
            }
            store.housekeeping().forgetOver(now, now - DONE.toMillis());
            store.housekeeping().forgetNotices(now - RAW.toMillis());
            store.housekeeping().forgetUploads(now - DONE.toMillis());
            files.forget(Instant.now().minus(FRESH), store.housekeeping()::referred);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            log.warn("what is no longer kept could not be forgotten; it is tried again in an hour", e);
        }
    }
}
