package dev.frontdesk.app.cli;

import dev.frontdesk.app.admin.AdminApi;
import dev.frontdesk.app.admin.AdminApi.NewAgent;
import dev.frontdesk.app.admin.OneTimeLinks;
import dev.frontdesk.app.admin.StoreAdmin;
import dev.frontdesk.app.wiring.Prepared;
import dev.frontdesk.app.wiring.Server;
import java.io.IOException;
import dev.frontdesk.web.auth.Links;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "agent",
        description = "Those who answer.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class AgentCommand implements Runnable {
    private final Server server;
    private final Map<String, String> environment;

    @Spec
    @Nullable
    CommandSpec spec;

    AgentCommand(Server server, Map<String, String> environment) {
        this.server = server;
        this.environment = environment;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(line(), "add, list or disable?");
    }

    private CommandLine line() {
        return java.util.Objects.requireNonNull(spec).commandLine();
    }

    @Command(
            name = "add",
            description =
                    "Adds an agent, or changes one, and prints a link with which they sign in once within the hour.",
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "ID", description = "The name they sign in with.") String id,
            @Option(
                            names = "--name",
                            paramLabel = "NAME",
                            description = "What people see; the id unless you say otherwise.")
                    @Nullable
                    String name,
            @Option(names = "--role", paramLabel = "ROLE", defaultValue = "agent", description = "agent or admin.")
                    String role,
            @Option(names = "--team", paramLabel = "TEAM", description = "A team they join; may be repeated.") @Nullable
                    List<String> teams,
            @Option(names = "--skill", paramLabel = "SKILL", description = "What they are good at; may be repeated.")
                    @Nullable
                    List<String> skills,
            @Option(
                            names = "--capacity",
                            paramLabel = "N",
                            defaultValue = "0",
                            description = "How many open conversations at most.")
                    int capacity,
            @Mixin FolderOptions folders)
            throws IOException {
        var agent = new NewAgent(
                id,
                name == null ? id : name,
                role,
                teams == null ? List.of() : new ArrayList<>(teams),
                skills == null ? List.of() : new ArrayList<>(skills),
                capacity);
        var link = Running.ask(folders.folders().data(), running -> running.addAgent(agent));
        line().getOut().println(link.isPresent() ? link.get() : addWithoutProcess(agent, folders));
        line().getOut().flush();
        return 0;
    }

    private String addWithoutProcess(NewAgent agent, FolderOptions folders) {
        var prepared = Ready.of(folders.folders(), environment, line().getErr())
                .orElseThrow(() -> new Trouble("put the configuration right first"));
        try (var store = server.store(prepared)) {
            store.directory()
                    .provision(
                            prepared.configuration().teams(),
                            prepared.configuration().agents());
            return admin(store, prepared).addAgent(agent);
        }
    }

    private static AdminApi admin(dev.frontdesk.engine.port.Store store, Prepared prepared) {
        var clock = InstantSource.system();
        var links =
                new OneTimeLinks(new Links(store.accounts(), clock), store.accounts(), prepared.configuration()::site);
        var language = prepared.configuration().engine().languages().getFirst().getLanguage();
        return new StoreAdmin(
                store,
                links,
                Optional.empty(),
                _ -> {
                    throw new Trouble("a dead letter can only be redriven while Frontdesk runs");
                },
                language,
                clock);
    }

    @Command(name = "list", description = "Prints every agent.", mixinStandardHelpOptions = true)
    int list(@Mixin FolderOptions folders) throws IOException {
        var agents = Running.mustAnswer(folders.folders().data(), AdminApi::agents);
        var out = line().getOut();
        out.printf("%-20s %-24s %-7s %-9s %-8s %s%n", "ID", "NAME", "ROLE", "ENABLED", "PRESENCE", "LOAD");
        agents.forEach(agent -> out.printf(
                "%-20s %-24s %-7s %-9s %-8s %d%n",
                agent.id(),
                agent.name(),
                agent.role(),
                agent.enabled() ? "yes" : "no",
                agent.presence(),
                agent.load()));
        out.flush();
        return 0;
    }

    @Command(
            name = "disable",
            description =
                    "Ends an agent's sessions for good and puts the conversations they hold back into the queues.",
            mixinStandardHelpOptions = true)
    int disable(@Parameters(paramLabel = "ID") String id, @Mixin FolderOptions folders) throws IOException {
        if (!Running.mustAnswer(folders.folders().data(), running -> running.disableAgent(id))) {
            throw new Trouble("there is no agent '" + id + "'; frontdesk agent list prints them");
        }
        line().getOut().println("disabled " + id);
        line().getOut().flush();
        return 0;
    }
}
