package dev.frontdesk.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.app.cli.Commands;
import dev.frontdesk.app.wiring.House;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line as the launcher starts it; it finds a house by its folders. */
final class Terminal {
    private Terminal() {}

    /** Answers what was said; fails when the command ends with another code. */
    static String frontdesk(Premises premises, int code, String... arguments) {
        var said = new StringWriter();
        var line = Commands.of(new House(new PrintStream(PrintStream.nullOutputStream())), Map.of())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said));
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--config",
                premises.config().toString(),
                "--data",
                premises.data().toString()));
        assertThat(line.execute(all.toArray(String[]::new))).as(said.toString()).isEqualTo(code);
        return said.toString().strip();
    }
}
