package dev.frontdesk.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.engine.port.StoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot be is refused in one sentence that says what to do. */
class RefusedStartTest {
    private static final String BUSINESS = """
            channels { site { type = webchat } }
            teams { support { members = [anna] } }
            """;

    @TempDir
    Path home;

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var premises = premises("taken");
            Files.writeString(
                    premises.config().resolve("frontdesk.conf"),
                    Files.readString(premises.config().resolve("frontdesk.conf"))
                            .replace("port = 0", "port = " + other.getLocalPort()));

            assertThat(Terminal.frontdesk(premises, 1, "run"))
                    .isEqualTo("frontdesk: Frontdesk cannot listen on port " + other.getLocalPort()
                            + " of 127.0.0.1, most likely because another process does."
                            + " Stop it, or choose another with http.port (for the demo: --port).");
        }
        try (var house = premises("free").open()) {
            assertThat(house.port()).isPositive();
        }
    }

    @Test
    void aSecondProcessAtTheSameFolderIsToldWhoIsThere() throws IOException {
        var premises = premises("shared");
        try (var house = premises.open()) {
            assertThat(Terminal.frontdesk(premises, 1, "run"))
                    .startsWith("frontdesk: another Frontdesk works on ")
                    .contains("(process " + ProcessHandle.current().pid() + ", since ")
                    .endsWith("--data")
                    .hasLineCount(1);
            assertThatThrownBy(premises::open)
                    .as("as the store says it: Guice's own exception logs a stack trace whenever it is printed")
                    .isInstanceOf(StoreException.class);
            assertThat(new Wire(house.port()).get("/health").status())
                    .as("the first goes on")
                    .isEqualTo(200);
        }
        premises.open().close();
    }

    @Test
    void aDataFolderThatCannotBeMadeIsNamed() throws IOException {
        var premises = premises("nowhere");
        Files.deleteIfExists(premises.data());
        Files.createFile(premises.data());

        assertThat(Terminal.frontdesk(premises, 1, "run"))
                .startsWith(
                        "frontdesk: the data folder " + premises.data() + " cannot be made; name another with --data")
                .hasLineCount(1);
    }

    private Premises premises(String name) throws IOException {
        return Premises.in(Files.createDirectory(home.resolve(name)))
                .business(BUSINESS)
                .workflow("{ send = \"We are here.\" }");
    }
}
