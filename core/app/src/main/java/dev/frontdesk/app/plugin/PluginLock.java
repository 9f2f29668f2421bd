package dev.frontdesk.app.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code plugins.lock}: which jars an operator has agreed to, by what is in them. One line each: SHA-256, two spaces, path. */
final class PluginLock {
    private final Path file;
    private final SortedMap<String, String> pins = new TreeMap<>();

    private PluginLock(Path file) {
        this.file = file;
    }

    static PluginLock read(Path file) {
        var lock = new PluginLock(file);
        try {
            var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
            for (var line : lines) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    var parts = line.split("  ", 2);
                    if (parts.length != 2 || parts[0].length() != 64) {
                        throw new PluginException(file + " has a line that is no pin: '" + line
                                + "'. Put it right or add the plugin again with: frontdesk plugin add <jar>");
                    }
                    lock.pins.put(parts[1], parts[0]);
                }
            }
            return lock;
        } catch (IOException e) {
            throw new PluginException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    void pin(String jar, String sha256) {
        pins.put(jar, sha256);
    }

    void release(String plugin) {
        pins.keySet().removeIf(jar -> jar.startsWith(plugin + "/"));
    }

    void write() throws IOException {
        var lines = pins.entrySet().stream()
                .map(pin -> pin.getValue() + "  " + pin.getKey())
                .toList();
        var written = Files.write(file.resolveSibling(file.getFileName() + ".new"), lines);
        Files.move(
                written,
                file,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    /** Throws unless the jar is pinned as it is now. */
    void check(String jar, Path path) throws IOException {
        var pinned = pins.get(jar);
        if (pinned == null) {
            throw new PluginException(
                    "the jar " + path + " is not pinned, so it is not loaded and Frontdesk does not start."
                            + " If you trust it: frontdesk plugin add " + path + "; otherwise delete it");
        } else if (!pinned.equals(sha256(path))) {
            throw new PluginException("the jar " + path
                    + " has changed since it was pinned, so it is not loaded and Frontdesk does"
                    + " not start. If the change is yours: frontdesk plugin add " + path + "; otherwise delete it");
        }
    }

    static String sha256(Path path) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
