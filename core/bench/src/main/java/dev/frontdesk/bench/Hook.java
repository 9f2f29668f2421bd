package dev.frontdesk.bench;

import dev.frontdesk.app.plugin.PluginFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The example plugin with its hook channel, installed as an outsider's plugin is. */
final class Hook {
    private Hook() {}

    static void install(Path data) throws IOException {
        Path target = Product.home().resolve("plugins/example/target");
        try (var jars = Files.list(target)) {
            Path jar = jars.filter(file -> file.getFileName().toString().matches("frontdesk-plugin-example-[0-9.]+\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no plugin jar in " + target + "; run mvn package first"));
            new PluginFolder(data).add(jar);
        }
    }
}
