package dev.frontdesk.app.cli;

import dev.frontdesk.app.wiring.Prepared;
import dev.frontdesk.engine.port.StoreException;
import dev.frontdesk.store.Moves;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = "Puts what frontdesk export has written into the empty store that the configuration names:"
                + " all of it, or nothing. Nothing may run meanwhile.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Option(names = "--from", paramLabel = "FILE", required = true, description = "What frontdesk export has written.")
    Path from = Path.of("");

    @Mixin
    FolderOptions folders = new FolderOptions();

    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    ImportCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        if (!Files.isRegularFile(from)) {
            throw new Trouble("there is no file " + from);
        }
        var prepared = Ready.of(folders.folders(), environment, line.getErr());
        if (prepared.isEmpty()) {
            return CommandLine.ExitCode.USAGE;
        }
        var out = line.getOut();
        out.println("Read " + take(prepared.get(), out) + " rows from " + from
                + "; their number and their checksum are right. The store is ready: frontdesk run");
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private long take(Prepared prepared, PrintWriter out) {
        try (var stream = new GZIPInputStream(Files.newInputStream(from), 1 << 16)) {
            return Moves.take(prepared.storeSettings(), stream, new Percent(out, "read"));
        } catch (IOException | StoreException e) {
            throw new Trouble(from + " was not imported: " + e.getMessage() + ". Nothing of it is in the store.");
        }
    }
}
