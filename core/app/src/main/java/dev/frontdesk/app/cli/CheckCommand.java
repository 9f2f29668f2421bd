package dev.frontdesk.app.cli;

import dev.frontdesk.app.config.Effective;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description =
                "Checks configuration, workflows, their scenarios and plugins, and starts nothing. Ends with 2 when something is wrong.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Mixin
    FolderOptions folders = new FolderOptions();

    @Option(names = "--settings", description = "Also prints every setting in force and where it comes from.")
    boolean settings;

    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    CheckCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        var prepared = Ready.of(folders.folders(), environment, line.getErr());
        if (prepared.isEmpty()) {
            return CommandLine.ExitCode.USAGE;
        }
        if (TestCommand.scenarios(prepared.get(), folders.folders(), environment, line.getErr())
                .isEmpty()) {
            return CommandLine.ExitCode.USAGE;
        }
        var out = line.getOut();
        if (settings) {
            Effective.table(prepared.get().configuration().effective()).forEach(out::println);
        }
        Ready.print(prepared.get().warnings(), out);
        out.println("The configuration is sound: "
                + count(prepared.get().configuration().channels().size(), "channel") + ", "
                + count(prepared.get().workflows().size(), "workflow") + ", "
                + count(prepared.get().configuration().file().teams().size(), "team") + ".");
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
