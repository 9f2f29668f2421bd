package dev.frontdesk.app.cli;

import dev.frontdesk.app.backup.Restore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "restore",
        description = "Makes a data folder of a backup. Overwrites nothing.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Option(names = "--from", paramLabel = "FILE", required = true, description = "What frontdesk backup has made.")
    Path from = Path.of("");

    @Mixin
    FolderOptions folders = new FolderOptions();

    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        if (!Files.isRegularFile(from)) {
            throw new Trouble("there is no file " + from);
        }
        var data = folders.folders().data();
        try {
            new Restore(data, new Percent(out, "unpacked")).from(from);
        } catch (IOException e) {
            throw new Trouble(from + " cannot be restored: " + e.getMessage() + ". Nothing was put into " + data);
        }
        out.println("Restored to " + data + ". It goes on with: frontdesk run --data " + data);
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
