package dev.frontdesk.app.plugin;

import dev.frontdesk.api.service.Cache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder for each plugin in which it keeps what it can make again.
 *
 * @param data where these lie; empty to keep nothing
 */
public record Caches(Optional<Path> data) {
    private static final Logger log = LoggerFactory.getLogger(Caches.class);

    /** More than this many files of one plugin are of the past. */
    private static final int MOST = 30;

    public static Caches in(Path data) {
        return new Caches(Optional.of(data));
    }

    public static Caches none() {
        return new Caches(Optional.empty());
    }

    Cache of(String plugin) {
        return data.<Cache>map(
                        within -> new Kept(within, within.resolve("cache").resolve(plugin)))
                .orElseGet(Forgetful::new);
    }

    private record Kept(Path data, Path folder) implements Cache {
        @Override
        public Optional<byte[]> get(String key) {
            var file = file(key);
            try {
                var bytes = Files.readAllBytes(file);
                Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
                return Optional.of(bytes);
            } catch (IOException _) {
                return Optional.empty();
            }
        }

        /** Whole or not at all, whoever else writes or dies; a check before the first start leaves no folder behind. */
        @Override
        public void put(String key, byte[] bytes) {
            if (!Files.isDirectory(data)) {
                return;
            }
            try {
                Files.createDirectories(folder);
                var written = Files.createTempFile(folder, "new", "");
                Files.write(written, bytes);
                Files.move(written, file(key), StandardCopyOption.ATOMIC_MOVE);
                forgetOldest();
            } catch (IOException e) {
                log.warn("{} could not be written and will be made again next time: {}", file(key), e.toString());
            }
        }

        private void forgetOldest() throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                var oldest = files.sorted(Comparator.comparing(Kept::used).reversed())
                        .skip(MOST)
                        .toList();
                for (var file : oldest) {
                    Files.deleteIfExists(file);
                }
            }
        }

        private static FileTime used(Path file) {
            try {
                return Files.getLastModifiedTime(file);
            } catch (IOException _) {
                return FileTime.fromMillis(0);
            }
        }

        private Path file(String key) {
            try {
                var name = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
                return folder.resolve(HexFormat.of().formatHex(name));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private record Forgetful() implements Cache {
        @Override
        public Optional<byte[]> get(String key) {
            return Optional.empty();
        }

        @Override
        public void put(String key, byte[] bytes) {}
    }
}
