package dev.frontdesk.app.whole;

import dev.frontdesk.app.plugin.Plugin;
import dev.frontdesk.app.wiring.Folders;
import dev.frontdesk.app.wiring.OpenHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configuration and data folders of a house that a test has made up. */
record Premises(Path config, Path data) {
    /** A business with two agents who need no open page, one of them an administrator. */
    private static final String PEOPLE = """
            agents {
              anna  { name = "Anna", role = admin, presence-required = false }
              boris { name = "Boris", presence-required = false }
            }
            """;

    static Premises in(Path home) throws IOException {
        var config = Files.createDirectories(home.resolve("config/workflows")).getParent();
        var premises = new Premises(config, Files.createDirectories(home.resolve("data")));
        return premises.write("people.conf", PEOPLE);
    }

    Premises write(String file, String text) throws IOException {
        Files.writeString(config.resolve(file), text);
        return this;
    }

    /** {@code frontdesk.conf}: the given blocks, and what every house of these tests has. */
    Premises business(String blocks) throws IOException {
        return write("frontdesk.conf", """
                name = "Whole", languages = [en]
                http { port = 0 }
                http-client { allow = ["127.0.0.1"] }
                default-team = support
                capacity = 1000
                """ + blocks);
    }

    Premises workflow(String steps) throws IOException {
        return write("workflows/inbound.conf", "on = conversation-opened\nsteps = [\n" + steps + "\n]\n");
    }

    Folders folders() {
        return new Folders(config, data);
    }

    OpenHouse open(Plugin... guests) throws IOException {
        return OpenHouse.start(folders(), guests);
    }
}
