package dev.frontdesk.testkit.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The files that went through, by their ids and by their paths. Safe for use by many threads. */
final class FileStore {
    private static final long LARGEST_FOR_BOTS = 20 * 1024 * 1024;

    /** @param size as it is told, which may be another one than that of the bytes */
    record Kept(String id, String unique, String path, String name, String type, long size, byte[] bytes) {}

    private final Map<String, Kept> byId = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong(1000);
    private volatile Optional<Path> folder = Optional.empty();

    /** From now on this is a server that runs with --local and keeps its files here. */
    void local(Path where) {
        folder = Optional.of(where);
    }

    Kept add(String name, String type, long size, byte[] bytes) {
        long number = numbers.incrementAndGet();
        var kept = new Kept(
                "AgACAgIAAxk-" + number + "_BfQ", "AQAD" + number, "files/file_" + number, name, type, size, bytes);
        byId.put(kept.id(), kept);
        return kept;
    }

    /** The file with another path than Telegram would give it. */
    void rename(String id, String path) {
        byId.computeIfPresent(
                id,
                (_, kept) -> new Kept(id, kept.unique(), path, kept.name(), kept.type(), kept.size(), kept.bytes()));
    }

    void forget(String id) {
        byId.remove(id);
    }

    Optional<Kept> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Kept> byPath(String path) {
        return byId.values().stream().filter(kept -> kept.path().equals(path)).findFirst();
    }

    /** Where a bot finds the file. */
    String pathFor(Kept kept) throws Refusal {
        if (folder.isEmpty()) {
            if (kept.size() > LARGEST_FOR_BOTS) {
                throw new Refusal(400, "Bad Request: file is too big");
            }
            return kept.path();
        }
        if (!kept.path().startsWith("files/")) {
            return kept.path();
        }
        var file = folder.get().resolve(kept.path().replace('/', '_'));
        try {
            return Files.write(file, kept.bytes()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
