package dev.frontdesk.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.app.wiring.Beside;
import dev.frontdesk.app.wiring.Prepared;
import dev.frontdesk.app.wiring.Server;
import dev.frontdesk.engine.port.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial of docs/workflows.md, done as it says. */
class ScenarioDocsTest {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @TempDir
    Path config;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private List<String> blocks = List.of();

    @BeforeEach
    void follow() throws IOException {
        var page = Files.readString(Path.of("../../docs/workflows.md"));
        blocks = BLOCK.matcher(page)
                .results()
                .map(found -> found.group(1) + ":" + found.group(2))
                .toList();
        Files.createDirectories(config.resolve("workflows/tests"));
        Files.writeString(config.resolve("frontdesk.conf"), """
                default-team = support
                teams { support { members = [ann] } }
                close { categories = [Answered] }
                """);
        Files.writeString(config.resolve("people.conf"), "agents { ann {} }");
        Files.writeString(config.resolve("workflows/orders.conf"), before("hocon:scenarios"));
    }

    private String before(String beginning) {
        return blocks.get(blocks.indexOf(starting(beginning)) - 1).replaceFirst("^hocon:", "");
    }

    private String starting(String beginning) {
        return blocks.stream()
                .filter(block -> block.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private int test(String scenarios) throws IOException {
        Files.writeString(config.resolve("workflows/tests/orders.conf"), scenarios);
        var server = new Server() {
            @Override
            public void run(Prepared prepared, Welcome welcome, List<Beside> beside) {}

            @Override
            public Store store(Prepared prepared) {
                throw new AssertionError("the real store is not touched");
            }
        };
        return Commands.of(server, Map.of())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("test", config.toString());
    }

    @Test
    void its_scenarios_pass() throws IOException {
        assertThat(test(starting("hocon:scenarios").replaceFirst("^hocon:", "")))
                .as(out.toString() + err)
                .isZero();
        assertThat(out.toString()).contains("3 scenarios, none failed");
    }

    @Test
    void one_that_expects_something_else_fails_as_shown() throws IOException {
        var changed = starting("hocon:scenarios")
                .replaceFirst("^hocon:", "")
                .replace("bot asks \"Only digits, please.\"", "bot asks \"Digits only, please.\"");

        assertThat(test(changed)).isOne();
        var shown = starting(":FAIL").substring(1).replaceAll("\\d+ ms", "… ms");
        assertThat(out.toString().replaceAll("\\d+ ms(, \\d+ crashes)?", "… ms"))
                .contains(shown);
    }
}
