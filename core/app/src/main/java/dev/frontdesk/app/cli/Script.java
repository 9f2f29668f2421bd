package dev.frontdesk.app.cli;

import dev.frontdesk.app.wiring.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which installation to rehearse: its configuration folder, the folder of its workflows, or a workflow in it. */
final class Script {
    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description =
                    "The configuration folder, its workflows folder or a workflow in it; config unless you say otherwise.")
    @Nullable
    Path written;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "The configuration folder, for those who write it like that elsewhere.")
    @Nullable
    Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the installed plugins are; data unless you say otherwise.")
    @Nullable
    Path data;

    Folders folders() {
        var named = written != null ? written : config;
        return Folders.of(Optional.ofNullable(named).map(Script::configuration), Optional.ofNullable(data));
    }

    /** The workflow that was named, without its ending. */
    Optional<String> workflow() {
        return Optional.ofNullable(written)
                .filter(Files::isRegularFile)
                .map(file -> String.valueOf(file.getFileName()).replaceFirst("\\.conf$", ""));
    }

    private static Path configuration(Path named) {
        for (Path folder = named.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("frontdesk.conf"))
                    || Files.exists(folder.resolve("frontdesk.properties"))) {
                return folder;
            }
        }
        return named;
    }
}
