package dev.frontdesk.app.cli;

import dev.frontdesk.app.wiring.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.function.IntConsumer;

/** What made-up providers have in common. */
final class MadeUp {
    private MadeUp() {}

    /** Makes the demo's configuration know of a channel; the block says nothing without the environment that bears its mark. */
    static void writeOnce(Folders demo, String mark, String block) throws IOException {
        var file = demo.config().resolve("frontdesk.conf");
        if (!Files.readString(file).contains(mark)) {
            Files.writeString(file, block, StandardOpenOption.APPEND);
        }
    }

    /** On this port or, when that is taken, on any. */
    static void start(int port, IntConsumer server) {
        try {
            server.accept(port);
        } catch (UncheckedIOException taken) {
            server.accept(0);
        }
    }
}
