package dev.frontdesk.app.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The configuration of the demo: that which is shipped, copied once into the demo's data folder for you to play with. */
public final class DemoFolder {
    private static final List<String> FILES = List.of(
            "frontdesk.conf",
            "people.conf",
            "intents/help.conf",
            "workflows/inbound.conf",
            "workflows/tests/inbound.conf");

    private DemoFolder() {}

    public static Folders in(Path data) throws IOException {
        var config = data.resolve("config");
        for (var name : FILES) {
            var file = config.resolve(name);
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                try (InputStream shipped = DemoFolder.class.getResourceAsStream("/dev/frontdesk/app/shipped/" + name)) {
                    if (shipped == null) {
                        throw new IOException("the demo's " + name + " is not in this build");
                    }
                    Files.copy(shipped, file);
                }
            }
        }
        return new Folders(config, data);
    }
}
