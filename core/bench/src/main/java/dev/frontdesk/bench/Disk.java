package dev.frontdesk.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** How often a second this disk makes a small write durable: what every durable figure must be read beside. */
final class Disk {
    private static final long NANOS = 1_000_000_000L;

    private Disk() {}

    static long syncsPerSecond(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "sync", ".probe");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var page = ByteBuffer.allocate(4096);
            long begin = System.nanoTime();
            long syncs = 0;
            while (System.nanoTime() - begin < NANOS) {
                page.rewind();
                channel.write(page, syncs % 256 * 4096);
                channel.force(false);
                syncs++;
            }
            return syncs * NANOS / (System.nanoTime() - begin);
        } finally {
            Files.delete(file);
        }
    }
}
