package dev.frontdesk.app.wiring;

import com.google.inject.Guice;
import dev.frontdesk.app.plugin.BuiltIns;
import dev.frontdesk.app.plugin.Plugin;
import dev.frontdesk.app.plugin.PluginFolder;
import dev.frontdesk.engine.lane.Engine;
import dev.frontdesk.engine.port.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The whole product in the process of a test: every module as it is, on a free port, and its end is the test's to say. */
public final class OpenHouse implements AutoCloseable {
    private final Running running;
    private final String line;
    private boolean open = true;

    private OpenHouse(Running running, String line) {
        this.running = running;
        this.line = line;
    }

    /** @param guests plugins of the test's own, besides those built in and those in the data folder */
    public static OpenHouse start(Folders folders, Plugin... guests) throws IOException {
        return start(folders, Map.of(), guests);
    }

    public static OpenHouse start(Folders folders, Map<String, String> environment, Plugin... guests)
            throws IOException {
        var plugins = new ArrayList<>(BuiltIns.all());
        plugins.addAll(new PluginFolder(folders.data()).load());
        plugins.addAll(List.of(guests));
        var outcome = Preparation.prepare(folders, environment, InstantSource.system(), plugins);
        if (!(outcome instanceof Preparation.Outcome.Ready(var prepared))) {
            throw new AssertionError("the configuration has mistakes: " + outcome);
        }
        var injector = Guice.createInjector(House.modules(prepared));
        var running = House.start(injector, prepared);
        var out = new ByteArrayOutputStream();
        new House(new PrintStream(out, true, StandardCharsets.UTF_8))
                .announce(injector, prepared.onPort(running.port()), Server.Welcome.FIRST_RUN, List.of());
        return new OpenHouse(running, out.toString(StandardCharsets.UTF_8).strip());
    }

    public int port() {
        return running.port();
    }

    /** The line that says it is ready. */
    public String line() {
        return line;
    }

    public Store store() {
        return running.store();
    }

    public Engine engine() {
        return running.engine();
    }

    /** What SIGTERM does. */
    @Override
    public void close() {
        if (open) {
            open = false;
            running.close();
        }
    }
}
