package dev.frontdesk.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/** A folder with the configuration and data of one bench run. */
public record Site(Path folder, Path config, Path data) implements AutoCloseable {
    static final String SECRET = "bench-hook-secret";

    public static Site make(StoreKind kind) throws IOException {
        Path folder =
                Files.createTempDirectory("frontdesk-bench-" + kind.name().toLowerCase(java.util.Locale.ROOT) + "-");
        Path config = Files.createDirectories(folder.resolve("config"));
        Path data = Files.createDirectories(folder.resolve("data"));
        return new Site(folder, config, data);
    }

    /** Writes a file from this module's resources, {@code @name@} replaced. */
    public void write(String resource, String to, Map<String, String> values) throws IOException {
        try (InputStream in = Site.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no resource " + resource);
            }
            String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            for (var value : values.entrySet()) {
                text = text.replace("@" + value.getKey() + "@", value.getValue());
            }
            Path file = config.resolve(to);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
