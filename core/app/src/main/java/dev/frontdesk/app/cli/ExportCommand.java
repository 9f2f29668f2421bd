package dev.frontdesk.app.cli;

import dev.frontdesk.app.backup.NewFile;
import dev.frontdesk.store.Moves;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = "Writes everything in the store to a file that frontdesk import puts into another store,"
                + " of whichever kind. Nothing may run meanwhile.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "For instance frontdesk.jsonl.gz.")
    Path to = Path.of("");

    @Mixin
    FolderOptions folders = new FolderOptions();

    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    ExportCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        var prepared = Ready.of(folders.folders(), environment, line.getErr());
        if (prepared.isEmpty()) {
            return CommandLine.ExitCode.USAGE;
        }
        var settings = prepared.get().storeSettings();
        Moves.mustExist(settings);
        var out = line.getOut();
        var rows = new AtomicLong();
        try {
            NewFile.write(
                    to,
                    stream -> rows.set(Moves.export(
                            settings, new GZIPOutputStream(stream, 1 << 16), new Percent(out, "written"))));
        } catch (IOException e) {
            throw new Trouble("the export " + to + " was not written: " + e);
        }
        out.println("Wrote " + rows + " rows to " + to + ".");
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
