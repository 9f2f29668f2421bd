package dev.frontdesk.app.enrich;

import dev.frontdesk.app.config.Problem;
import dev.frontdesk.app.config.Problems;
import dev.frontdesk.engine.enrich.NamedIntents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The classifiers in force. When a file of their folder changes all are built anew, in the background, and each replaces the one
 * before it; where one cannot be built the one before it stays. A new file is for workflows that are loaded at the next start.
 */
public final class LiveIntents implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final int DEEPEST = 3;
    private static final Logger log = LoggerFactory.getLogger(LiveIntents.class);

    private final IntentFolder folder;
    private final Map<String, NamedIntents> byName = new TreeMap<>();
    private List<String> seen;
    private volatile boolean closed;

    LiveIntents(IntentFolder folder) {
        this.folder = folder;
        this.seen = files();
    }

    void add(NamedIntents intents) {
        byName.put(intents.name(), intents);
    }

    public Map<String, NamedIntents> byName() {
        return Map.copyOf(byName);
    }

    /** Looks for changes from now on. */
    public void watch() {
        if (!byName.isEmpty()) {
            Thread.ofVirtual().name("intents").start(this::run);
        }
    }

    private void run() {
        try {
            while (!closed) {
                Thread.sleep(LOOK_EVERY);
                look();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Learns anew if a file has changed since the last look. One thread at a time. */
    void look() {
        var now = files();
        if (!now.equals(seen)) {
            seen = now;
            folder.all().forEach(this::renew);
        }
    }

    private void renew(Path file) {
        var known = byName.get(IntentFolder.name(file));
        if (known == null) {
            return;
        }
        var problems = new Problems();
        try {
            folder.intents(file, byName, problems).ifPresent(known::replace);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            log.error("{} could not be learned anew; what was learned before goes on", known.name(), e);
            return;
        }
        for (var problem : problems.all()) {
            if (problem.severity() == Problem.Severity.ERROR) {
                log.error("{}; what was learned before goes on", problem);
            } else {
                log.warn("{}", problem);
            }
        }
        if (!problems.anyError()) {
            log.info(
                    "{} is as its files are now: {} intents",
                    known.name(),
                    known.all().size());
        }
    }

    /** A line for each file: its name, size and time. */
    private List<String> files() {
        if (!Files.isDirectory(folder.path())) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(folder.path(), DEEPEST)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                lines.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            log.debug("{} is being changed", folder.path(), e);
            return seen;
        }
        return lines;
    }

    @Override
    public void close() {
        closed = true;
    }
}
