package dev.frontdesk.store.file;

import dev.frontdesk.engine.port.FileStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file under a name of its own until it is whole. Belongs to one thread. */
final class FileDraft extends OutputStream implements FileStore.Draft {
    private final FolderStore store;
    private final Path path;
    private final FileChannel channel;
    private final MessageDigest digest;
    private long size;
    private boolean tooLarge;

    FileDraft(FolderStore store, Path path) throws IOException {
        this.store = store;
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.WRITE);
        this.digest = sha256();
    }

    @Override
    public OutputStream stream() {
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean tooLarge() {
        return tooLarge;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (tooLarge || size + count > store.maxSize()) {
            tooLarge = true;
            throw new FileStore.TooLarge(store.maxSize());
        }
        var buffer = ByteBuffer.wrap(bytes, from, count);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        digest.update(bytes, from, count);
        size += count;
    }

    @Override
    public String keep() throws IOException {
        channel.force(true);
        channel.close();
        String sha256 = HexFormat.of().formatHex(digest.digest());
        store.take(path, sha256);
        return sha256;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
