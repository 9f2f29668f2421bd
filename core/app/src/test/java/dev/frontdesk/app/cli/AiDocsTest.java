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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workflow of docs/ai.md and its scenarios, played as it says: with a crash at every commit, too. */
class AiDocsTest {
    private static final Pattern BLOCK = Pattern.compile("^```hocon\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @TempDir
    Path config;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int frontdesk(String... typed) {
        var server = new Server() {
            @Override
            public void run(Prepared prepared, Welcome welcome, List<Beside> beside) {}

            @Override
            public Store store(Prepared prepared) {
                throw new AssertionError("the real store is not touched");
            }
        };
        return Commands.of(server, Map.of("MODEL_KEY", "docs"))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(typed);
    }

    private void follow() throws IOException {
        var blocks = BLOCK.matcher(Files.readString(Path.of("../../docs/ai.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        Files.createDirectories(config.resolve("workflows/tests"));
        Files.createDirectories(config.resolve("knowledge"));
        Files.writeString(config.resolve("knowledge/returns.md"), "Goods can be returned within 30 days.");
        Files.writeString(config.resolve("frontdesk.conf"), """
                default-team = support
                teams { support { members = [ann] }, sales { members = [bob] } }
                close { categories = [Answered, Spam] }
                """ + blocks.getFirst());
        Files.writeString(config.resolve("people.conf"), "agents { ann {}, bob {} }");
        Files.writeString(config.resolve("workflows/assistant.conf"), starting(blocks, "name"));
        Files.writeString(config.resolve("workflows/tests/assistant.conf"), starting(blocks, "scenarios"));
    }

    private static String starting(List<String> blocks, String beginning) {
        return blocks.stream()
                .filter(block -> block.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void its_scenarios_pass() throws IOException {
        follow();
        assertThat(frontdesk("test", config.toString()))
                .as(out.toString() + err)
                .isZero();
        assertThat(out.toString()).contains("5 scenarios, none failed");
    }

    @Test
    void what_the_model_may_read_must_be_there() throws IOException {
        follow();
        Files.delete(config.resolve("knowledge/returns.md"));
        assertThat(frontdesk("check", "--config", config.toString())).isNotZero();
        assertThat(out.toString() + err)
                .contains("assistant.conf:5", "there is no 'returns.md' under config/knowledge");
    }
}
