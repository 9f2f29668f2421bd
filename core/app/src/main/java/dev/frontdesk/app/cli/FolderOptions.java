package dev.frontdesk.app.cli;

import dev.frontdesk.app.wiring.Folders;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --config} and {@code --data}. */
final class FolderOptions {
    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "The configuration folder; config unless you say otherwise.")
    @Nullable
    Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where everything is kept; data unless you say otherwise.")
    @Nullable
    Path data;

    Folders folders() {
        return Folders.of(Optional.ofNullable(config), Optional.ofNullable(data));
    }
}
