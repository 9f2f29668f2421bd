package dev.frontdesk.plugin.lookup.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table as the file has it now. While the file is being written, is gone or has a mistake, what it held before goes on. Safe
 * for use by many threads.
 */
final class WatchedTable {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedTable.class);

    /** Whoever writes a file in pieces leaves less time between two of them. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final Path file;
    private final String key;
    private final InstantSource clock;
    private volatile State state;

    /** What was read, and the file it was read from; a file that was refused is not read again either. */
    private record State(Table table, Stamp stamp) {}

    private record Stamp(FileTime modified, long size) {}

    WatchedTable(Path file, String key, InstantSource clock) {
        this.file = file;
        this.key = key;
        this.clock = clock;
        try {
            var stamp = stamp();
            this.state = new State(TableFile.read(file, key), stamp);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    Table known() {
        return state.table();
    }

    Table current() {
        try {
            var stamp = stamp();
            if (!stamp.equals(state.stamp()) && isSettled(stamp)) {
                readAgain(stamp);
            }
        } catch (IOException e) {
            refuse(new Stamp(FileTime.fromMillis(0), -1), file + " is gone");
        }
        return known();
    }

    private Stamp stamp() throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.lastModifiedTime(), attributes.size());
    }

    private boolean isSettled(Stamp stamp) {
        return Duration.between(stamp.modified().toInstant(), clock.instant())
                        .abs()
                        .compareTo(SETTLED)
                >= 0;
    }

    private synchronized void readAgain(Stamp stamp) throws IOException {
        if (stamp.equals(state.stamp())) {
            return; // by another thread
        }
        try {
            var read = TableFile.read(file, key);
            if (stamp.equals(stamp())) { // else it was written meanwhile: next time
                state = new State(read, stamp);
                LOG.info("{} has changed: {} rows", file, read.size());
            }
        } catch (IOException e) {
            refuse(stamp, String.valueOf(e.getMessage()));
        }
    }

    private synchronized void refuse(Stamp stamp, String why) {
        if (!stamp.equals(state.stamp())) {
            LOG.warn("{}; what it held before is used until it changes", why);
            state = new State(state.table(), stamp);
        }
    }
}
