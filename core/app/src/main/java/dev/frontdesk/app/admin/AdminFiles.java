package dev.frontdesk.app.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** {@code admin.token} and {@code admin.port} in the data folder: how the command line finds the process and proves itself. */
public final class AdminFiles {
    private final Path token;
    private final Path port;

    public AdminFiles(Path data) {
        this.token = data.resolve("admin.token");
        this.port = data.resolve("admin.port");
    }

    public record Process(int port, String token) {}

    public static String newToken() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** For a process that has begun to listen: leaves its token where only this user can read it. */
    public void announce(int listening, String fresh) throws IOException {
        Files.deleteIfExists(token);
        if (Files.getFileStore(token.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(token, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(token, fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Files.writeString(port, Integer.toString(listening));
    }

    public void withdraw() throws IOException {
        Files.deleteIfExists(port);
        Files.deleteIfExists(token);
    }

    /** The process that announced itself here, if any did. It may be gone since. */
    public Optional<Process> process() throws IOException {
        if (!Files.exists(port) || !Files.exists(token)) {
            return Optional.empty();
        }
        return Optional.of(new Process(
                Integer.parseInt(Files.readString(port).strip()),
                Files.readString(token).strip()));
    }
}
