package dev.frontdesk.app.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that is there whole, on the disk, or not at all. It holds what customers said, so only its owner may read it. */
public final class NewFile {
    private NewFile() {}

    @FunctionalInterface
    public interface Writing {
        /** May close the stream. */
        void to(OutputStream out) throws IOException;
    }

    /** Throws {@link IllegalArgumentException} when there is such a file, for nothing is overwritten. */
    public static void write(Path file, Writing writing) throws IOException {
        refuse(file);
        Path folder = folder(file);
        Path part = Files.createTempFile(folder, "." + file.getFileName(), ".part");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                writing.to(out);
            }
            sync(part);
            refuse(file);
            Files.move(part, file);
            syncFolder(folder);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** The folder a file lies in, which must be there. */
    static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "there is no folder " + folder + "; make it first, or name another file");
        }
        return folder;
    }

    /** Makes an empty one that only its owner may read. */
    static Path owned(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createFile(file);
    }

    static void refuse(Path file) {
        if (Files.exists(file)) {
            throw new IllegalArgumentException(file + " is there already and is not overwritten; name another file");
        }
    }

    static void sync(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** A new name is on the disk once its folder is. Not every system lets a folder be opened. */
    static void syncFolder(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // there it is done by the system itself
        }
    }
}
