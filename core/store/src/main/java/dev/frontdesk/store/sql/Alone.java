package dev.frontdesk.store.sql;

import dev.frontdesk.engine.port.StoreException;
import dev.frontdesk.engine.port.StoreException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The right to be the only process at a SQLite file: a lock on a file beside it, which the operating system takes back however the
 * process ends. The locks of SQLite itself do not do, for each lasts no longer than a transaction.
 */
public final class Alone implements AutoCloseable {
    /** Beyond what is written in the file, so that others can read who holds it. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    private final FileChannel channel;

    private Alone(FileChannel channel) {
        this.channel = channel;
    }

    /** Throws when another process, or another part of this one, has the store open. */
    public static Alone at(Path database) {
        try {
            Path real = database.toRealPath();
            return at(real, real.resolveSibling(real.getFileName() + ".lock"));
        } catch (IOException e) {
            throw new StoreException(Kind.AWAY, "cannot lock " + database + ": " + e.getMessage(), e);
        }
    }

    private static Alone at(Path database, Path file) throws IOException {
        var channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                ownerOnly(file));
        boolean held = false;
        try {
            held = lock(channel) != null;
            if (held) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(me().getBytes(StandardCharsets.UTF_8)), 0);
                return new Alone(channel);
            }
        } finally {
            if (!held) {
                channel.close();
            }
        }
        throw new StoreException(
                Kind.REFUSED,
                "another Frontdesk works on " + database + " ("
                        + Files.readString(file).strip()
                        + "). A SQLite store takes one process: stop that one, or give this one another data folder with --data",
                new IOException(file + " is locked"));
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String me() {
        return "process " + ProcessHandle.current().pid() + ", since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n";
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** The file stays: whoever deleted it could take it from under the next holder. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // the lock ends with the process at the latest
        }
    }
}
