package dev.frontdesk.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What this process calls itself where others must know who is there. */
final class ThisProcess {
    private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

    private ThisProcess() {}

    static String name() {
        return "process " + ProcessHandle.current().pid() + " on " + host();
    }

    /** Not asked of the network, which may be slow to answer. */
    static String host() {
        try {
            return Files.readString(LINUX).strip();
        } catch (IOException _) {
            return Optional.ofNullable(System.getenv("HOSTNAME")).orElse("a machine without a name");
        }
    }
}
