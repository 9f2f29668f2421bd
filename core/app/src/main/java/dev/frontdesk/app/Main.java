package dev.frontdesk.app;

import dev.frontdesk.app.cli.Commands;
import dev.frontdesk.app.wiring.Folders;
import dev.frontdesk.app.wiring.Prepared;
import dev.frontdesk.app.wiring.Server;
import dev.frontdesk.engine.port.Store;
import java.nio.file.Files;

/** Where it begins. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        chooseLog();
        System.exit(Commands.of(new NotWired(), System.getenv()).execute(args));
    }

    /** The operator's logback.xml, where there is one; else the one in this jar. Before anything logs. */
    private static void chooseLog() {
        var file = Folders.home().resolve("config/logback.xml");
        if (System.getProperty("logback.configurationFile") == null && Files.exists(file)) {
            System.setProperty("logback.configurationFile", file.toString());
        }
    }

    /** Until engine, store and web meet here, everything works but what needs all three. */
    private static final class NotWired implements Server {
        @Override
        public void run(Prepared prepared) {
            throw new IllegalArgumentException("this build can check a configuration but not serve it yet");
        }

        @Override
        public Store store(Prepared prepared) {
            throw new IllegalArgumentException("this build has no store yet");
        }
    }
}
