package dev.frontdesk.app.wiring;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import dev.frontdesk.app.admin.AdminFiles;
import dev.frontdesk.app.admin.OneTimeLinks;
import dev.frontdesk.engine.lane.Engine;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.engine.port.StoreException;
import dev.frontdesk.web.AdminToken;
import dev.frontdesk.web.FrontdeskWeb;
import dev.frontdesk.web.endpoints.EndpointTable;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Frontdesk as one process: the list of its modules, in the order a message flows. */
public final class House implements Server {
    private final PrintStream out;

    public House(PrintStream out) {
        this.out = out;
    }

    static List<Module> modules(Prepared prepared) {
        return List.of(
                new SettingsModule(prepared),
                new StoreModule(),
                new WorkflowModule(),
                new EngineModule(),
                new ChannelModule(),
                new WebModule(),
                new AdminModule());
    }

    @Override
    public void run(Prepared prepared, Welcome welcome, List<Beside> beside) throws Exception {
        var injector = Guice.createInjector(modules(prepared));
        var stopped = new CountDownLatch(1);
        var running = start(injector, prepared);
        var shutdown = new Thread(
                () -> {
                    running.close();
                    stopped.countDown();
                },
                "shutdown");
        Runtime.getRuntime().addShutdownHook(shutdown);
        var ready = prepared.onPort(running.port());
        beside.forEach(one -> one.ready(URI.create("http://127.0.0.1:" + running.port())));
        announce(injector, ready, welcome, beside);
        stopped.await();
    }

    /** For tests: the same process, but its end is theirs to say. */
    static Running start(Injector injector, Prepared prepared) throws IOException {
        var store = store(injector);
        var channels = injector.getInstance(Channels.class);
        try {
            store.directory()
                    .provision(
                            prepared.configuration().teams(),
                            prepared.configuration().agents());
            var engine = injector.getInstance(Engine.class);
            engine.start(channels.byId());
            return open(injector, prepared, engine);
        } catch (RuntimeException | IOException e) {
            channels.close();
            store.close();
            throw e;
        }
    }

    /** What keeps the store shut is said by the store alone: Guice would add, and log, how it was asked for. */
    private static Store store(Injector injector) {
        try {
            return injector.getInstance(Store.class);
        } catch (ProvisionException e) {
            throw e.getCause() instanceof StoreException shut ? shut : e;
        }
    }

    private static Running open(Injector injector, Prepared prepared, Engine engine) throws IOException {
        try {
            var web = injector.getInstance(FrontdeskWeb.class);
            web.start(injector.getInstance(EndpointTable.class));
            if (web.port() <= 0) {
                throw new IllegalArgumentException(taken(prepared));
            }
            var files = new AdminFiles(prepared.data());
            prepared.intents().watch();
            files.announce(web.port(), injector.getInstance(AdminToken.class).value());
            return new Running(
                    injector.getInstance(Store.class),
                    injector.getInstance(Predecessor.class),
                    engine,
                    injector.getInstance(Channels.class),
                    web,
                    files,
                    prepared.intents(),
                    prepared.http());
        } catch (RuntimeException | IOException e) {
            stop(engine);
            throw e;
        }
    }

    private static void stop(Engine engine) {
        try {
            engine.stop(Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void announce(Injector injector, Prepared prepared, Welcome welcome, List<Beside> beside) {
        String site = prepared.configuration().site();
        var links = new OneTimeLinks(
                injector.getInstance(dev.frontdesk.web.auth.Links.class),
                injector.getInstance(dev.frontdesk.engine.port.Accounts.class),
                () -> site);
        Optional<String> link =
                switch (welcome) {
                    case FIRST_RUN -> links.first(injector.getInstance(dev.frontdesk.engine.port.Directory.class));
                    case DEMO ->
                        prepared.configuration().agents().stream().findFirst().map(agent -> links.issue(agent.id()));
                };
        var line = new StringBuilder("Frontdesk is ready.");
        injector.getInstance(Channels.class)
                .demoPages()
                .forEach(page -> line.append("  Chat: ").append(site).append(page));
        beside.forEach(one -> line.append("  ").append(one.line()));
        line.append("  Inbox: ")
                .append(link.map(once -> once + " (signs you in once, within the hour)")
                        .orElse(site + "/"));
        out.println();
        out.println(bold(line.toString()));
        out.flush();
    }

    /** For a reader at a terminal; a file or another program gets the bare line. */
    private static String bold(String line) {
        var console = System.console();
        boolean colours = console != null && console.isTerminal() && System.getenv("NO_COLOR") == null;
        return colours ? "\033[1m" + line + "\033[0m" : line;
    }

    @Override
    public Store store(Prepared prepared) {
        return StoreModule.open(prepared);
    }

    private static String taken(Prepared prepared) {
        var http = prepared.configuration().file().http();
        return "Frontdesk cannot listen on port " + http.port() + " of " + http.address()
                + ", most likely because another process does. Stop it, or choose another with http.port (for the demo: --port).";
    }
}
