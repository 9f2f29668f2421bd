package dev.frontdesk.app.wiring;

import dev.frontdesk.engine.Ids;
import dev.frontdesk.engine.port.Leases;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process that worked in this data folder before. It kept a lock on a file with the proof of who it was; a lock that can be had
 * says that it is dead, and what it held in the database need not run out first. Where the folder is shared with a living process,
 * or is a copy of a living one's, nothing is said, and nothing done.
 */
public final class Predecessor implements AutoCloseable {
    private static final int LONGEST = 1_000;

    /** Another after every start of the machine. */
    private static final Path STARTED = Path.of("/proc/sys/kernel/random/boot_id");

    private static final Logger log = LoggerFactory.getLogger(Predecessor.class);

    private final @Nullable FileChannel file;
    private final String place;

    private Predecessor(@Nullable FileChannel file, String place) {
        this.file = file;
        this.place = place;
    }

    /** Takes the lock if nobody has it, and keeps it until it is closed or the process is dead. */
    public static Predecessor in(Path data) {
        var path = data.resolve("process.lock");
        try {
            var file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return locked(file).isPresent() ? new Predecessor(file, place(path)) : new Predecessor(closed(file), "");
        } catch (OverlappingFileLockException _) { // this very process has it, and to close the file would end that
            return new Predecessor(null, "");
        } catch (IOException e) {
            log.warn(
                    "{} cannot be locked: after a crash the next process waits until the leases of this one run out",
                    path,
                    e);
            return new Predecessor(null, "");
        }
    }

    private static Optional<FileLock> locked(FileChannel file) throws IOException {
        return Optional.ofNullable(file.tryLock());
    }

    private static @Nullable FileChannel closed(FileChannel file) throws IOException {
        file.close();
        return null;
    }

    /** A copy is another file, and a copy of a whole disk runs on a machine that was started on its own. */
    private static String place(Path path) throws IOException {
        var key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        var started = Files.isReadable(STARTED) ? Files.readString(STARTED).strip() : ThisProcess.host();
        return key + " " + started;
    }

    /** Ends what it held. */
    void bury(Leases leases) {
        if (file == null) {
            return;
        }
        try {
            var bytes = ByteBuffer.allocate(LONGEST);
            file.read(bytes, 0);
            var lines = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (lines.size() == 2 && lines.getLast().equals(place)) {
                leases.bury(lines.getFirst());
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
            var lines = leases.token(ids.node()) + "\n" + place;
            file.write(ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8)), 0);
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
