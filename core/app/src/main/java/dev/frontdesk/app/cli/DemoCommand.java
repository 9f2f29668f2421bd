package dev.frontdesk.app.cli;

import dev.frontdesk.app.wiring.Announcement;
import dev.frontdesk.app.wiring.DemoFolder;
import dev.frontdesk.app.wiring.Folders;
import dev.frontdesk.app.wiring.Server;
import java.nio.file.Path;
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

    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    DemoCommand(Server server, Map<String, String> environment) {
        this.server = server;
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        var folders = DemoFolder.in(data == null ? Folders.home().resolve("data/demo") : data);
        var prepared = Ready.of(
                folders, environment, Objects.requireNonNull(spec).commandLine().getErr());
        if (prepared.isEmpty()) {
            return CommandLine.ExitCode.USAGE;
        }
        var demo = prepared.get().onPort(port);
        Announcement.of(demo);
        server.run(demo, Server.Welcome.DEMO);
        return CommandLine.ExitCode.OK;
    }
}
