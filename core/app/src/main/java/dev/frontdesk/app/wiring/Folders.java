package dev.frontdesk.app.wiring;

import java.nio.file.Path;
import java.util.Optional;

/** Where the configuration is read and where everything else is kept. */
public record Folders(Path config, Path data) {

    /** What is not said lies where Frontdesk is installed; the launcher tells where that is. */
    public static Folders of(Optional<Path> config, Optional<Path> data) {
        var home = home();
        return new Folders(config.orElseGet(() -> home.resolve("config")), data.orElseGet(() -> home.resolve("data")));
    }

    public static Path home() {
        return Path.of(System.getProperty("frontdesk.home", ""));
    }
}
