package dev.frontdesk.channel.whatsapp;

import dev.frontdesk.api.channel.Attachments;
import dev.frontdesk.api.channel.Content;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Brings files to Meta and remembers under which ids, for as long as Meta keeps them. Safe for use by many threads. */
final class Uploads {

    /** Meta keeps what was uploaded for 30 days. */
    private static final Duration KEPT = Duration.ofDays(28);

    private static final int MOST = 2_000;

    /** How it went. */
    sealed interface Uploaded {}

    /** @param before it was there already */
    record There(String id, boolean before) implements Uploaded {}

    record Unreadable(String why) implements Uploaded {}

    record Failed(Answer answer) implements Uploaded {}

    private record Kept(String id, Instant until) {}

    private final Graph graph;
    private final Supplier<Attachments> files;
    private final InstantSource clock;
    private final int limit;

    private final Map<String, Kept> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    };

    Uploads(Graph graph, Supplier<Attachments> files, InstantSource clock, long limit) {
        this.graph = graph;
        this.files = files;
        this.clock = clock;
        this.limit = (int) limit;
    }

    Uploaded upload(Content.Stored file, String mediaType) throws InterruptedException {
        var key = file.sha256() + " " + mediaType;
        var before = before(key);
        if (before != null) {
            return new There(before.id(), true);
        }
        byte[] bytes;
        try (var in = files.get().open(file.sha256())) {
            bytes = in.readNBytes(limit + 1);
        } catch (IOException gone) {
            return new Unreadable("the file '" + Multipart.safe(file.name()) + "' cannot be read");
        }
        if (bytes.length > limit) {
            return new Unreadable("the file '" + Multipart.safe(file.name()) + "' is larger than " + limit + " bytes");
        }
        var answer = graph.upload(Multipart.of(file.name(), mediaType, bytes));
        if (answer instanceof Answer.Done done
                && Json.id(done.body().path("id")).orElse("") instanceof String id
                && !id.isEmpty()) {
            keep(key, id);
            return new There(id, false);
        }
        return new Failed(answer);
    }

    private synchronized @Nullable Kept before(String key) {
        var kept = known.get(key);
        return kept != null && kept.until().isAfter(clock.instant()) ? kept : null;
    }

    private synchronized void keep(String key, String id) {
        known.put(key, new Kept(id, clock.instant().plus(KEPT)));
    }

    /** Meta does not know this id any more. */
    synchronized void forget(String id) {
        known.values().removeIf(kept -> kept.id().equals(id));
    }
}
