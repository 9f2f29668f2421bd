package dev.frontdesk.store.file;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.port.FileStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A folder of files named by their SHA-256, in subfolders by its first two digits. Nothing that anybody said about a file becomes
 * part of a path. Safe for use by many threads, and by several processes that share the folder.
 */
public final class FolderStore implements FileStore {
    static final String DRAFT = ".draft-";
    static final String LEAVING = ".leaving-";

    private static final int MOST = 500;

    private final Path folder;
    private final long maxSize;

    /** The folder is made when the first file comes. */
    public FolderStore(Path folder, long maxSize) {
        this.folder = folder;
        this.maxSize = maxSize;
    }

    @Override
    public long maxSize() {
        return maxSize;
    }

    @Override
    public Draft draft() throws IOException {
        owned(folder);
        return new FileDraft(this, Files.createTempFile(folder, DRAFT, ""));
    }

    @Override
    public Content.Stored put(String name, String mediaType, InputStream bytes) throws IOException {
        try (var draft = draft()) {
            bytes.transferTo(draft.stream());
            return new Content.Stored(draft.keep(), name, mediaType, draft.size());
        }
    }

    /** A file may be on its way out, and back, at this moment. */
    @Override
    public InputStream open(String sha256) throws IOException {
        Path place = place(sha256);
        for (Path one : List.of(place, folder.resolve(LEAVING + sha256))) {
            try {
                return Files.newInputStream(one);
            } catch (NoSuchFileException _) {
                // maybe at the next
            }
        }
        return Files.newInputStream(place);
    }

    /** Moves a synced file to its place. What lies there already has the same bytes, and counts as taken anew. */
    void take(Path draft, String sha256) throws IOException {
        Path place = place(sha256);
        Path parent = folder.resolve(sha256.substring(0, 2));
        if (owned(parent)) {
            sync(folder);
        }
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            // Some systems do not replace what somebody reads.
            if (!Files.exists(place)) {
                throw e;
            }
            Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
        }
        sync(parent);
    }

    private Path place(String sha256) throws NoSuchFileException {
        boolean digits =
                sha256.length() == 64 && sha256.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
        if (!digits) {
            throw new NoSuchFileException("what is no SHA-256");
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** True when it was made now. What is in it was said by customers: only its owner may read it. */
    private static boolean owned(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return false;
        }
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        var mine = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        Files.createDirectories(folder, mine);
        return true;
    }

    /** A new name is on the disk once its folder is. Not every system lets a folder be opened. */
    private static void sync(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // there it is done by the system itself
        }
    }

    // ---- forgetting

    /**
     * A file leaves in three steps, for somebody may put the same bytes, and refer to them, at any moment: it is renamed; if it turns
     * out to be fresh or referred to, it comes back; else it is removed. Whoever put it meanwhile has made a new one.
     */
    @Override
    public int forget(Instant olderThan, Function<Collection<String>, Set<String>> referred) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        int removed = 0;
        for (Path one : list(folder)) {
            String name = one.getFileName().toString();
            if (name.startsWith(LEAVING)) {
                removed += leave(one, name.substring(LEAVING.length()), olderThan, referred) ? 1 : 0;
            } else if (name.startsWith(DRAFT)) {
                if (old(one, olderThan)) {
                    Files.deleteIfExists(one);
                }
            } else if (Files.isDirectory(one)) {
                removed += forgetIn(one, olderThan, referred);
            }
        }
        return removed;
    }

    private int forgetIn(Path parent, Instant olderThan, Function<Collection<String>, Set<String>> referred)
            throws IOException {
        int removed = 0;
        var some = new ArrayList<Path>();
        for (Path one : list(parent)) {
            if (old(one, olderThan)) {
                some.add(one);
            }
            if (some.size() == MOST) {
                removed += forget(some, olderThan, referred);
                some.clear();
            }
        }
        return removed + forget(some, olderThan, referred);
    }

    private int forget(List<Path> some, Instant olderThan, Function<Collection<String>, Set<String>> referred)
            throws IOException {
        if (some.isEmpty()) {
            return 0;
        }
        var kept = referred.apply(
                some.stream().map(one -> one.getFileName().toString()).toList());
        int removed = 0;
        for (Path one : some) {
            String sha256 = one.getFileName().toString();
            if (!kept.contains(sha256)) {
                Path leaving = folder.resolve(LEAVING + sha256);
                Files.move(one, leaving, StandardCopyOption.ATOMIC_MOVE);
                removed += leave(leaving, sha256, olderThan, referred) ? 1 : 0;
            }
        }
        return removed;
    }

    private boolean leave(
            Path leaving, String sha256, Instant olderThan, Function<Collection<String>, Set<String>> referred)
            throws IOException {
        if (!old(leaving, olderThan) || referred.apply(List.of(sha256)).contains(sha256)) {
            Files.setLastModifiedTime(leaving, FileTime.from(Instant.now()));
            take(leaving, sha256);
            return false;
        }
        return Files.deleteIfExists(leaving);
    }

    private static boolean old(Path file, Instant olderThan) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(olderThan);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        var all = new ArrayList<Path>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(all::add);
        }
        return all;
    }
}
