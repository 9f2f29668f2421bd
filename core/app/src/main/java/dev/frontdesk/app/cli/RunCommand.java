package dev.frontdesk.app.cli;

import dev.frontdesk.app.wiring.Announcement;
import dev.frontdesk.app.wiring.Server;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Spec;

@Command(name = "run", description = "Starts Frontdesk.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private final Server server;
    private final Map<String, String> environment;

    @Mixin
    FolderOptions folders = new FolderOptions();

    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    RunCommand(Server server, Map<String, String> environment) {
        this.server = server;
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        var err = Objects.requireNonNull(spec).commandLine().getErr();
        var prepared = Ready.of(folders.folders(), environment, err);
        if (prepared.isEmpty()) {
            return CommandLine.ExitCode.USAGE;
        }
        Announcement.of(prepared.get());
        server.run(prepared.get(), Server.Welcome.FIRST_RUN, List.of());
        return CommandLine.ExitCode.OK;
    }
}
