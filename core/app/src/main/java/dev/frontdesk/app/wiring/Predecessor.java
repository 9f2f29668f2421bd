package dev.frontdesk.app.wiring;

import dev.frontdesk.engine.Ids;
import dev.frontdesk.engine.port.Leases;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process that worked in this data folder before. It kept a lock on a file with the proof of who it was; a lock that can be had
 * says that it is dead, and what it held in the database need not run out first. Where the folder is shared with a living process
 * nothing is said, and nothing done.
 */
public final class Predecessor implements AutoCloseable {
    private static final int LONGEST = 200;
    private static final Logger log = LoggerFactory.getLogger(Predecessor.class);

    private final @Nullable FileChannel file;

    private Predecessor(@Nullable FileChannel file) {
        this.file = file;
    }

    /** Takes the lock if nobody has it, and keeps it until it is closed or the process is dead. */
    public static Predecessor in(Path data) {
        var path = data.resolve("process.lock");
        try {
            var file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return new Predecessor(locked(file).isPresent() ? file : closed(file));
        } catch (IOException e) {
            log.warn(
                    "{} cannot be locked: after a crash the next process waits until the leases of this one run out",
                    path,
                    e);
            return new Predecessor(null);
        }
    }

    private static Optional<FileLock> locked(FileChannel file) throws IOException {
        try {
            return Optional.ofNullable(file.tryLock());
        } catch (OverlappingFileLockException _) { // this very process has it
            return Optional.empty();
        }
    }

    private static @Nullable FileChannel closed(FileChannel file) throws IOException {
        file.close();
        return null;
    }

    /** Ends what it held. */
    void bury(Leases leases) {
        if (file == null) {
            return;
        }
        try {
            var bytes = ByteBuffer.allocate(LONGEST);
            file.read(bytes, 0);
            var token = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
            if (!token.isEmpty()) {
                leases.bury(token);
            }
        } catch (IOException e) {
            log.warn("the file of the process before cannot be read; its leases run out by themselves", e);
        }
    }

    /** From now on this process is the one. */
    void succeededBy(Leases leases, Ids ids) {
        if (file == null) {
            return;
        }
        try {
            file.truncate(0);
            file.write(ByteBuffer.wrap(leases.token(ids.node()).getBytes(StandardCharsets.US_ASCII)), 0);
        } catch (IOException e) {
            log.warn("the file of this process cannot be written; after a crash its leases run out by themselves", e);
        }
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                log.debug("the lock ends with the process", e);
            }
        }
    }
}
