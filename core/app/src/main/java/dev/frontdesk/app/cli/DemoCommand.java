package dev.frontdesk.app.cli;

import dev.frontdesk.app.wiring.Announcement;
import dev.frontdesk.app.wiring.Beside;
import dev.frontdesk.app.wiring.DemoFolder;
import dev.frontdesk.app.wiring.Folders;
import dev.frontdesk.app.wiring.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
    private static final String WHATSAPP = "whatsapp-fake";
    private static final String MODEL = "ai-fake";

    /** What can be started with the demo. */
    private interface Starting {
        Beside beside(Folders folders, int port) throws IOException;
    }

    private static final Map<String, Starting> MADE_UP =
            Map.of(TELEGRAM, MadeUpTelegram::beside, WHATSAPP, MadeUpWhatsApp::beside, MODEL, MadeUpModel::beside);

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
            split = ",",
            description = "Something to try beside it: " + TELEGRAM + " or " + WHATSAPP
                    + ", a made-up provider with a page on which you are the customer; " + MODEL
                    + ", a made-up language model that answers first.")
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
            if (!MADE_UP.containsKey(what)) {
                throw new CommandLine.ParameterException(
                        commandLine(),
                        "There is no '" + what + "' to start with the demo; there are " + TELEGRAM + ", " + WHATSAPP
                                + " and " + MODEL + ".");
            }
        }
        var beside = new ArrayList<Beside>();
        try {
            for (var what : new LinkedHashSet<>(with)) {
                int next = port == 0 ? 0 : port + 1 + beside.size();
                beside.add(Objects.requireNonNull(MADE_UP.get(what)).beside(folders, next));
            }
            var knowing = new HashMap<>(environment);
            beside.forEach(one -> knowing.putAll(one.environment()));
            return run(folders, Map.copyOf(knowing), beside);
        } finally {
            beside.forEach(Beside::close);
        }
    }

    private int run(Folders folders, Map<String, String> knowing, List<Beside> beside) throws Exception {
        var prepared = Ready.of(folders, knowing, commandLine().getErr());
        if (prepared.isEmpty()) {
            return CommandLine.ExitCode.USAGE;
        }
        var demo = prepared.get().onPort(port);
        Announcement.of(demo);
        server.run(demo, Server.Welcome.DEMO, beside);
        return CommandLine.ExitCode.OK;
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
