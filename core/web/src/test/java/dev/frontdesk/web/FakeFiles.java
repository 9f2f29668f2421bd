package dev.frontdesk.web;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.port.FileStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Files in memory. */
final class FakeFiles implements FileStore {
    static final int MOST = 200_000;
    final Map<String, byte[]> files = new ConcurrentHashMap<>();

    @Override
    public long maxSize() {
        return MOST;
    }

    @Override
    public Content.Stored put(String name, String mediaType, InputStream bytes) throws IOException {
        byte[] all = bytes.readNBytes(MOST + 1);
        if (all.length > MOST) {
            throw new TooLarge(MOST);
        }
        try {
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all));
            files.put(sha256, all);
            return new Content.Stored(sha256, name, mediaType, all.length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        byte[] bytes = files.get(sha256);
        if (bytes == null) {
            throw new NoSuchFileException(sha256);
        }
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public Draft draft() {
        throw new AssertionError("nobody here writes piece by piece");
    }

    @Override
    public int forget(Instant olderThan, Function<Collection<String>, Set<String>> referred) {
        return 0;
    }
}
