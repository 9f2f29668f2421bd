package dev.frontdesk.bench;

import dev.frontdesk.app.plugin.PluginFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The example plugin with its hook channel, installed as an outsider's plugin is. */
final class Hook {
    private static final String JAR = "frontdesk-plugin-example-";

    private Hook() {}

    static void install(Path data) throws IOException {
        Path lib = Product.home().resolve("core/bench/target/lib");
        try (var jars = Files.list(lib)) {
            Path jar = jars.filter(file -> file.getFileName().toString().startsWith(JAR))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no " + JAR + "*.jar in " + lib + "; build core/bench first"));
            new PluginFolder(data).add(jar, List.of());
        }
    }
}
