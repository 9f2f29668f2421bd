package dev.frontdesk.app;

import dev.frontdesk.app.cli.Commands;
import dev.frontdesk.app.wiring.Folders;
import dev.frontdesk.app.wiring.House;
import java.nio.file.Files;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where it begins. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        chooseLog();
        bridge();
        System.exit(Commands.of(new House(System.out), System.getenv()).execute(args));
    }

    /** The operator's logback.xml, where there is one; else the one in this jar. Before anything logs. */
    private static void chooseLog() {
        var file = Folders.home().resolve("config/logback.xml");
        if (System.getProperty("logback.configurationFile") == null && Files.exists(file)) {
            System.setProperty("logback.configurationFile", file.toString());
        }
    }

    /** What libraries tell java.util.logging goes where all else goes; what is below a warning is not even made. */
    private static void bridge() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Logger.getLogger("").setLevel(Level.WARNING);
    }
}
