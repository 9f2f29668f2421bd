package dev.frontdesk.testkit.channel;

import dev.frontdesk.api.channel.Attachments;
import dev.frontdesk.api.channel.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The files of messages in memory, at most 20 MB each. Safe for use by many threads. */
public final class FakeAttachments implements Attachments {

    private static final int MOST = 20_000_000;

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    /** Without files. */
    public FakeAttachments() {}

    @Override
    public Content.Stored put(String name, String mediaType, InputStream bytes) throws IOException {
        byte[] all = bytes.readNBytes(MOST + 1);
        if (all.length > MOST) {
            throw new IOException("the file is larger than " + MOST + " bytes");
        }
        String sha256 = HexFormat.of().formatHex(digest().digest(all));
        files.put(sha256, all);
        return new Content.Stored(sha256, name, mediaType, all.length);
    }

    /** Keeps these bytes. */
    public Content.Stored put(String name, String mediaType, byte[] bytes) {
        try {
            return put(name, mediaType, new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
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

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
