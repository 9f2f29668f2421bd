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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private boolean started;

    private int frontdesk(String... arguments) {
        var server = new Server() {
            @Override
            public void run(Prepared prepared, Welcome welcome, List<Beside> beside) {
                started = true;
            }

            @Override
            public Store store(Prepared prepared) {
                throw new AssertionError("no store is needed here");
            }
        };
        return Commands.of(server, Map.of())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private Path shipped() throws IOException {
        var from = Path.of("../../config");
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = home.resolve("config").resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return home.resolve("config");
    }

    private int check(String... more) {
        var arguments = Stream.concat(
                        Stream.of("check", "--config", home.resolve("config").toString(), "--data", home.toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        return frontdesk(arguments);
    }

    @Test
    void theShippedConfigurationIsSound() throws IOException {
        shipped();

        assertThat(check("--settings")).isZero();
        assertThat(out.toString())
                .contains("teams.support.capacity", "frontdesk.conf:46")
                .endsWith("The configuration is sound: 1 channel, 1 workflow, 2 teams.\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aBackspaceInAConditionIsDoubtedAndAMistakeInAScenarioIsOne() throws IOException {
        var config = shipped();
        Files.writeString(config.resolve("workflows/other.conf"), """
                on = conversation-opened
                when = "matches(text, '\\\\bhelp')"
                steps = [ { send = "Hello" } ]
                """);

        assertThat(check()).isZero();
        assertThat(out.toString())
                .contains("workflows/other.conf:2: warning: 'when': \\b in a string is a control character;"
                        + " for a regular expression write r'…', in which a backslash is a backslash");

        Files.writeString(
                config.resolve("workflows/tests/other.conf"), "scenarios = [ { name = a, lines = [ bot sings ] } ]");
        assertThat(check()).isEqualTo(2);
        assertThat(err.toString()).contains("workflows/tests/other.conf:1: nobody knows what 'bot sings' means");
    }

    @Test
    void fivePlantedMistakesAreReportedInOneRun() throws IOException {
        var config = shipped();
        Files.writeString(config.resolve("frontdesk.conf"), """
                naem = "Acme"
                http { port = many }
                channels { site { enabled = true } }
                default-team = support
                teams { support {} }
                """);
        Files.delete(config.resolve("people.conf"));
        Files.writeString(config.resolve("workflows/inbound.conf"), """
                on = conversation-opened
                when = "sauce == 'contact'"
                steps = [
                  { assign { team = suport } }
                ]
                """);

        assertThat(check()).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "frontdesk.conf:1: unknown setting 'naem'; did you mean 'name'?",
                        "frontdesk.conf:2: 'http.port' must be a whole number, not 'many'",
                        "frontdesk.conf:3: missing setting 'channels.site.type'",
                        "workflows/inbound.conf:2: 'when': column 1: unknown name 'sauce'; did you mean 'source'?",
                        "workflows/inbound.conf:4: 'team': there is no team 'suport'; did you mean 'support'?",
                        "The configuration in " + config + " has 5 mistakes; nothing was started.");
    }

    @Test
    void runStartsNothingWhenSomethingIsWrong() throws IOException {
        Files.writeString(shipped().resolve("frontdesk.conf"), "default-team = nobody");

        int code = frontdesk("run", "--config", home.resolve("config").toString(), "--data", home.toString());

        assertThat(code).isEqualTo(2);
        assertThat(started).isFalse();
    }

    @Test
    void namesAreCheckedBetweenTheFiles() throws IOException {
        var config = shipped();
        Files.writeString(config.resolve("frontdesk.conf"), """
                default-team = suport
                channels { site { type = webcat } }
                teams { support { strategy = rond-robin, members = [ana] } }
                actions { fax {} }
                """);
        Files.writeString(config.resolve("people.conf"), "agents { anna { teams = [sails] } }");

        assertThat(check()).isEqualTo(2);
        assertThat(err.toString())
                .contains("frontdesk.conf:1: 'default-team': there is no team 'suport'; did you mean 'support'?")
                .contains(
                        "frontdesk.conf:2: 'channels.site.type': there is no channel type 'webcat'; did you mean 'webchat'?")
                .contains("there is no strategy 'rond-robin'; did you mean 'round-robin'?")
                .contains("'teams.support.members[0]': there is no agent 'ana'; did you mean 'anna'?")
                .contains("frontdesk.conf:4: there is no action 'fax'")
                .contains("people.conf:1: 'agents.anna.teams[0]': there is no team 'sails'");
    }

    @Test
    void aChannelThatIsNotEnabledMayLackItsKeys() throws IOException {
        var file = shipped().resolve("frontdesk.conf");
        Files.writeString(file, """
                default-team = support, teams { support {}, sales {} }
                channels { site { type = webchat, enabled = false, nonsense = true } }
                """);

        assertThat(check()).as(err.toString()).isZero();
        assertThat(out.toString()).contains("0 channels");
    }

    @Test
    void aPropertiesFileWillDo() throws IOException {
        var config = shipped();
        Files.delete(config.resolve("frontdesk.conf"));
        Files.writeString(config.resolve("frontdesk.properties"), """
                default-team = support
                languages.0 = en
                languages.1 = ru
                channels.site.type = webchat
                teams.support.strategy = round-robin
                teams.support.members.0 = anna
                teams.sales.strategy = least-open
                """);

        assertThat(check()).as(err.toString()).isZero();
        assertThat(out.toString()).contains("1 channel, 1 workflow, 2 teams");
    }

    @Test
    void anEmptyFolderIsAProblemLikeAnyOther() {
        assertThat(check()).isEqualTo(2);
        assertThat(err.toString()).startsWith("frontdesk.conf: there is no such file in the configuration folder");
    }
}
