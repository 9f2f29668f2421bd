package dev.frontdesk.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFilesTest {
    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    record Account(
            @Setting(doc = "") String type,
            @Setting(doc = "") Secret token,
            @Setting(value = "5", doc = "") int limit,
            @Setting(doc = "") List<String> members,
            @Setting(doc = "") Optional<String> note) {}

    record Accounts(@Setting(doc = "") Map<String, Account> channels) {}

    private Optional<Accounts> read(String file, String text, Map<String, String> environment) throws IOException {
        Files.writeString(folder.resolve(file), text);
        return new ConfigFiles(folder, environment, problems)
                .read("test")
                .flatMap(keys -> new Binder(problems, Known.nothing(), Optional.empty())
                        .bind(new Block("", keys), Accounts.class));
    }

    private static final String PROPERTIES = """
            # the site
            channels.site.type = webchat
            channels.site.token = ${TOKEN}
            channels.site.limit = 7
            channels.site.members.0 = anna
            channels.site.members.10 = carl
            channels.site.members.9 = boris
            channels.site.note = ${?NOTE}
            """;

    @Test
    void aPropertiesFileSaysTheSameAsHocon() throws IOException {
        var site = read("test.properties", PROPERTIES, Map.of("TOKEN", "secret-1"))
                .orElseThrow()
                .channels()
                .get("site");

        assertThat(site.type()).isEqualTo("webchat");
        assertThat(site.token().reveal()).isEqualTo("secret-1");
        assertThat(site.limit()).isEqualTo(7);
        assertThat(site.members()).containsExactly("anna", "boris", "carl");
        assertThat(site.note()).isEmpty();
    }

    @Test
    void problemsInAPropertiesFileHaveTheirLine() throws IOException {
        read(
                "test.properties",
                "channels.site.type = x\nchannels.site.limt \\\n  = 7\nchannels.site.token = ${TOKEN}\n",
                Map.of());

        assertThat(problems.all().stream().map(Problem::toString))
                .containsExactly(
                        "test.properties:1: missing setting 'channels.site.token'",
                        "test.properties:2: unknown setting 'channels.site.limt'; did you mean 'limit'?",
                        "test.properties:4: the environment variable TOKEN is not set");
    }

    @Test
    void aKeyCannotBeBothAValueAndABlock() throws IOException {
        read("test.properties", "channels = 1\nchannels.site.type = x\n", Map.of());

        assertThat(problems.all().stream().map(Problem::toString))
                .contains(
                        "test.properties:2: 'channels.site.type' cannot be set: 'channels' already has a value of its own");
    }

    @Test
    void hoconTakesTheEnvironment() throws IOException {
        var site = read(
                        "test.conf",
                        "channels { site { type = a, token = ${TOKEN}, note = ${?NOTE} } }",
                        Map.of("TOKEN", "secret-2"))
                .orElseThrow()
                .channels()
                .get("site");

        assertThat(site.token().reveal()).isEqualTo("secret-2");
        assertThat(site.note()).isEmpty();
    }

    @Test
    void aMissingVariableAndASyntaxErrorHaveTheirLine() throws IOException {
        read("test.conf", "channels {\n  site { token = ${TOKEN} }\n}", Map.of());
        read("test.conf", "channels {\n  site = [\n}", Map.of());

        assertThat(problems.all()).hasSize(2);
        assertThat(problems.all().getFirst().toString())
                .startsWith("test.conf:2: ")
                .contains("TOKEN");
        assertThat(problems.all().getLast().toString()).startsWith("test.conf:3: ");
    }

    @Test
    void valuesAreNeverExpandedTwice() throws IOException {
        var site = read("test.properties", PROPERTIES, Map.of("TOKEN", "${HOME}", "HOME", "/home"))
                .orElseThrow()
                .channels()
                .get("site");

        assertThat(site.token().reveal()).isEqualTo("${HOME}");
    }
}
