package dev.frontdesk.app.backup;

import dev.frontdesk.app.plugin.PluginFolder;
import dev.frontdesk.store.move.Progress;
import dev.frontdesk.store.move.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip of what an installation on SQLite keeps: the store as it is at one moment, the files of its messages, the plugins and their pins. The process need not
 * stop, and is not even asked. Neither the configuration nor a token is in it.
 */
public final class Backup {
    static final String STORE = "frontdesk.db";
    static final String FILES = "files";

    private final Path store;
    private final Path data;
    private final Path attachments;
    private final Progress copying;
    private final Progress packing;

    /** @param attachments the folder of the files of messages */
    public Backup(Path store, Path data, Path attachments, Progress copying, Progress packing) {
        this.store = store;
        this.data = data;
        this.attachments = attachments;
        this.copying = copying;
        this.packing = packing;
    }

    /** Refuses to overwrite. A copy of the store lies beside the file while it is packed. */
    public void to(Path file) throws IOException {
        NewFile.refuse(file);
        var room = Files.createTempDirectory(NewFile.folder(file), ".frontdesk-backup");
        var copy = room.resolve(STORE);
        try {
            Snapshot.of(store, copy, copying);
            NewFile.write(file, out -> pack(copy, out));
        } finally {
            Files.deleteIfExists(copy);
            Files.delete(room);
        }
    }

    private void pack(Path copy, OutputStream out) throws IOException {
        var files = new LinkedHashMap<String, Path>();
        files.put(STORE, copy);
        files.putAll(new PluginFolder(data).files());
        files.putAll(attached());
        var sums = Sums.of("made " + Instant.now().truncatedTo(ChronoUnit.SECONDS));
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            var packed = new Packed(total(files), packing);
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                try (var in = Files.newInputStream(file.getValue())) {
                    sums.files().put(file.getKey(), Sums.copy(in, zip, packed));
                }
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry(Sums.NAME));
            zip.write(sums.bytes());
            zip.closeEntry();
        }
    }

    /** Listed after the store was copied, so all that the copy refers to is among them. */
    private Map<String, Path> attached() throws IOException {
        var files = new LinkedHashMap<String, Path>();
        if (Files.isDirectory(attachments)) {
            try (var found = Files.find(attachments, 2, (_, about) -> about.isRegularFile())) {
                found.map(attachments::relativize)
                        .filter(file -> file.getNameCount() == 2)
                        .sorted()
                        .forEach(file -> files.put(
                                FILES + "/" + file.getName(0) + "/" + file.getName(1), attachments.resolve(file)));
            }
        }
        return files;
    }

    private static long total(Map<String, Path> files) throws IOException {
        long total = 0;
        for (var file : files.values()) {
            total += Files.size(file);
        }
        return total;
    }

    static final class Packed implements Sums.Copied {
        private final long total;
        private final Progress progress;
        private long done;

        Packed(long total, Progress progress) {
            this.total = total;
            this.progress = progress;
        }

        @Override
        public void more(int bytes) {
            done += bytes;
            progress.at(done, total);
        }
    }
}
