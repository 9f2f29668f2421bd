package dev.frontdesk.app.cli;

import dev.frontdesk.app.plugin.PluginFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "plugin",
        description = "Plugins of others. A plugin may do everything Frontdesk may: add only what you trust.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class PluginCommand implements Runnable {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(line(), "add, list or remove?");
    }

    private CommandLine line() {
        return Objects.requireNonNull(spec).commandLine();
    }

    @Command(
            name = "add",
            description =
                    "Copies a plugin into the data folder and pins it as it is now; it is there from the next start on.",
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "JAR", description = "The plugin.") Path jar,
            @Parameters(paramLabel = "LIBRARY", arity = "0..*", description = "Jars it needs besides.") @Nullable
                    List<Path> libraries,
            @Mixin FolderOptions folders)
            throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new Trouble("there is no file " + jar);
        }
        var id = folder(folders).add(jar, libraries == null ? List.of() : libraries);
        line().getOut().println("added " + id + "; it runs from the next start on");
        line().getOut().flush();
        return 0;
    }

    @Command(name = "list", description = "Prints the plugins of others.", mixinStandardHelpOptions = true)
    int list(@Mixin FolderOptions folders) throws IOException {
        var ids = folder(folders).ids();
        ids.forEach(line().getOut()::println);
        line().getOut().println(ids.isEmpty() ? "There is none." : ids.size() + " plugins.");
        line().getOut().flush();
        return 0;
    }

    @Command(name = "remove", description = "Deletes a plugin and its pins.", mixinStandardHelpOptions = true)
    int remove(@Parameters(paramLabel = "ID") String id, @Mixin FolderOptions folders) throws IOException {
        if (!folder(folders).remove(id)) {
            throw new Trouble("there is no plugin '" + id + "'; frontdesk plugin list prints them");
        }
        line().getOut().println("removed " + id);
        line().getOut().flush();
        return 0;
    }

    private static PluginFolder folder(FolderOptions folders) {
        return new PluginFolder(folders.folders().data());
    }
}
