package dev.frontdesk.simulator;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.port.FileStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

/** The files of messages in memory; they outlive a process that dies in a simulation. Safe for use by many threads. */
public final class MemoryFiles implements FileStore {
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final long maxSize;

    public MemoryFiles() {
        this(1_000_000);
    }

    public MemoryFiles(long maxSize) {
        this.maxSize = maxSize;
    }

    @Override
    public long maxSize() {
        return maxSize;
    }

    public int count() {
        return files.size();
    }

    public void clear() {
        files.clear();
    }

    @Override
    public Draft draft() {
        return new MemoryDraft();
    }

    @Override
    public Content.Stored put(String name, String mediaType, InputStream bytes) throws IOException {
        try (var draft = draft()) {
            bytes.transferTo(draft.stream());
            return new Content.Stored(draft.keep(), name, mediaType, draft.size());
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

    /** Knows no time: what nobody refers to goes. */
    @Override
    public int forget(Instant olderThan, Function<Collection<String>, Set<String>> referred) {
        int before = files.size();
        files.keySet().retainAll(referred.apply(Set.copyOf(files.keySet())));
        return before - files.size();
    }

    private final class MemoryDraft extends OutputStream implements Draft {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean tooLarge;

        @Override
        public OutputStream stream() {
            return this;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] more, int from, int count) throws IOException {
            if (tooLarge || bytes.size() + count > maxSize) {
                tooLarge = true;
                throw new TooLarge(maxSize);
            }
            bytes.write(more, from, count);
        }

        @Override
        public long size() {
            return bytes.size();
        }

        @Override
        public boolean tooLarge() {
            return tooLarge;
        }

        @Override
        public String keep() {
            byte[] all = bytes.toByteArray();
            String sha256 = sha256(all);
            files.put(sha256, all);
            return sha256;
        }

        @Override
        public void close() {}
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
