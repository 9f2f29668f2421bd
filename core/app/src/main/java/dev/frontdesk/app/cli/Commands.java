package dev.frontdesk.app.cli;

import dev.frontdesk.app.plugin.PluginException;
import dev.frontdesk.app.wiring.Server;
import dev.frontdesk.engine.port.StoreException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code frontdesk …}: 0 means done, 1 that it failed, 2 that what was written, in a file or on the line, is wrong. */
@Command(
        name = "frontdesk",
        description = "Customer conversations from every channel to your teams.",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Commands implements Runnable {
    @CommandLine.Spec
    CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    private Commands() {}

    /** Everything but {@code bench}, which the launcher starts from a source checkout. */
    public static CommandLine of(Server server, Map<String, String> environment) {
        return of(server, environment, System.in);
    }

    /** @param typed what is typed at the terminal */
    static CommandLine of(Server server, Map<String, String> environment, InputStream typed) {
        return new CommandLine(new Commands())
                .addSubcommand(new RunCommand(server, environment))
                .addSubcommand(new DemoCommand(server, environment))
                .addSubcommand(new CheckCommand(environment))
                .addSubcommand(new TestCommand(environment))
                .addSubcommand(new SimulateCommand(environment, typed))
                .addSubcommand(new AgentCommand(server, environment))
                .addSubcommand(new DeadCommand())
                .addSubcommand(new IntentsCommand())
                .addSubcommand(new NoticesCommand())
                .addSubcommand(new PluginCommand())
                .addSubcommand(new BackupCommand(environment))
                .addSubcommand(new RestoreCommand())
                .addSubcommand(new ExportCommand(environment))
                .addSubcommand(new ImportCommand(environment))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, line, _) -> failed(e, line.getErr()));
    }

    /** Expected trouble is one sentence; a stack trace is for what nobody expected. */
    private static int failed(Exception e, PrintWriter err) {
        expected(e)
                .ifPresentOrElse(
                        trouble -> err.println("frontdesk: " + trouble.getMessage()), () -> e.printStackTrace(err));
        err.flush();
        return 1;
    }

    /** What is wrong with the store lies deep in what Guice says about it. */
    private static Optional<Throwable> expected(Exception e) {
        if (e instanceof PluginException || e instanceof IllegalArgumentException || e instanceof Trouble) {
            return Optional.of(e);
        }
        return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .filter(StoreException.class::isInstance)
                .findFirst();
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), "which command?");
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Optional.ofNullable(Commands.class.getPackage().getImplementationVersion());
            return new String[] {"frontdesk " + version.orElse("from source") + ", Java " + Runtime.version()};
        }
    }
}
