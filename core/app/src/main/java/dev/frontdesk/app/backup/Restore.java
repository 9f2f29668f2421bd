package dev.frontdesk.app.backup;

import dev.frontdesk.store.move.Progress;
import dev.frontdesk.store.move.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipFile;

/** Makes a data folder of a {@link Backup}. Everything is unpacked and checked before the first file is put in its place. */
public final class Restore {
    private static final List<String> OURS = List.of(Backup.STORE, "plugins.lock", "plugins", Backup.FILES);

    private final Path data;
    private final Progress progress;

    public Restore(Path data, Progress progress) {
        this.data = data;
        this.progress = progress;
    }

    /** Throws {@link IllegalArgumentException} when the folder holds an installation, {@link IOException} when the file is no sound backup. */
    public void from(Path file) throws IOException {
        for (var name : OURS) {
            if (Files.exists(data.resolve(name))) {
                throw new IllegalArgumentException(
                        "there is a " + name + " in " + data
                                + " already and nothing is overwritten; name another folder with --data, or move that one away");
            }
        }
        Files.createDirectories(data);
        var room = Files.createTempDirectory(data, ".restoring");
        try {
            unpack(file, room);
            Snapshot.revive(room.resolve(Backup.STORE));
            for (var name : OURS) {
                if (Files.exists(room.resolve(name))) {
                    Files.move(room.resolve(name), data.resolve(name));
                }
            }
            NewFile.syncFolder(data);
        } finally {
            delete(room);
        }
    }

    private void unpack(Path file, Path room) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var sums = Sums.read(bytes(zip));
            if (!sums.files().containsKey(Backup.STORE)) {
                throw new IOException("there is no " + Backup.STORE + " in it");
            }
            long total = zip.stream()
                    .mapToLong(entry -> Math.max(0, entry.getSize()))
                    .sum();
            var unpacked = new Backup.Packed(total, progress);
            for (var expected : sums.files().entrySet()) {
                var to = inside(room, expected.getKey());
                var entry = zip.getEntry(expected.getKey());
                if (entry == null) {
                    throw new IOException("there is no " + expected.getKey() + " in it");
                }
                Files.createDirectories(to.getParent());
                try (var in = zip.getInputStream(entry);
                        var out = Files.newOutputStream(NewFile.owned(to))) {
                    if (!Sums.copy(in, out, unpacked).equals(expected.getValue())) {
                        throw new IOException(expected.getKey() + " has changed since it was packed");
                    }
                }
                NewFile.sync(to);
            }
        }
    }

    private static byte[] bytes(ZipFile zip) throws IOException {
        var entry = zip.getEntry(Sums.NAME);
        if (entry == null) {
            throw new IOException("it is no backup of Frontdesk");
        }
        try (var in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static Path inside(Path room, String name) throws IOException {
        var path = room.resolve(name).normalize();
        if (!path.startsWith(room)
                || !OURS.contains(room.relativize(path).getName(0).toString())) {
            throw new IOException("'" + name + "' does not belong into it");
        }
        return path;
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
