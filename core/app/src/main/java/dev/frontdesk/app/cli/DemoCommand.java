package dev.frontdesk.app.cli;

import dev.frontdesk.app.wiring.Announcement;
import dev.frontdesk.app.wiring.DemoFolder;
import dev.frontdesk.app.wiring.Folders;
import dev.frontdesk.app.wiring.Server;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = "Starts a Frontdesk to try: a shop with a chat, two teams and their inbox; nothing to set up.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final String TELEGRAM = "telegram-fake";

    private final Server server;
    private final Map<String, String> environment;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The port; 8080 unless you say otherwise.")
    int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the demo keeps everything; data/demo unless you say otherwise.")
    @Nullable
    Path data;

    @Option(
            names = "--with",
            paramLabel = "WHAT",
            description = "Something to try beside it. " + TELEGRAM
                    + ": a made-up Telegram with a page on which you are the customer.")
    List<String> with = List.of();

    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    DemoCommand(Server server, Map<String, String> environment) {
        this.server = server;
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        var folders = DemoFolder.in(data == null ? Folders.home().resolve("data/demo") : data);
        for (var what : with) {
            if (!what.equals(TELEGRAM)) {
                throw new CommandLine.ParameterException(
                        commandLine(), "There is no '" + what + "' to start with the demo; there is " + TELEGRAM + ".");
            }
        }
        if (with.isEmpty()) {
            return run(folders, environment);
        }
        try (var telegram = MadeUpTelegram.beside(folders, port == 0 ? 0 : port + 1)) {
            commandLine().getOut().println("A made-up Telegram, and you are the customer: " + telegram.url());
            commandLine().getOut().flush();
            return run(folders, telegram.environment(environment));
        }
    }

    private int run(Folders folders, Map<String, String> knowing) throws Exception {
        var prepared = Ready.of(folders, knowing, commandLine().getErr());
        if (prepared.isEmpty()) {
            return CommandLine.ExitCode.USAGE;
        }
        var demo = prepared.get().onPort(port);
        Announcement.of(demo);
        server.run(demo, Server.Welcome.DEMO);
        return CommandLine.ExitCode.OK;
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
