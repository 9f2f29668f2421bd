package dev.frontdesk.app.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.app.plugin.Catalog;
import dev.frontdesk.app.plugin.Contribution;
import dev.frontdesk.app.plugin.Outsider;
import dev.frontdesk.app.plugin.PluginFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three outsiders, who do not know each other, have written a channel, a step and a strategy; one conversation needs all. */
class OutsidersTest {
    private static final Path EXAMPLES = Path.of("../../plugins/example/src/main/java/dev/frontdesk/plugin/example");
    private static final String ENTRY = """
            package dev.frontdesk.plugin.example;
            public final class %s implements dev.frontdesk.api.FrontdeskPlugin {
                @Override
                public void contribute(dev.frontdesk.api.Contributions to) { to.%s; }
            }
            """;

    @TempDir
    Path home;

    private Premises premises;

    @BeforeEach
    void install() throws IOException {
        premises = Premises.in(home);
        outsider("Hooks", "channel(\"hook\", HookSettings.class, HookChannel.class)", "HookSettings", "HookChannel");
        outsider(
                "Greetings",
                "step(\"greet-by-hour\", GreetByHourSettings.class, GreetByHour.class)",
                "GreetByHourSettings",
                "GreetByHour");
        outsider("Idling", "strategy(\"longest-idle\", LongestIdle.Settings.class, LongestIdle.class)", "LongestIdle");
    }

    /** Compiles somebody's sources, packs their jar, and adds it as {@code frontdesk plugin add} does. */
    private void outsider(String name, String contributes, String... sources) throws IOException {
        var work = Files.createDirectories(home.resolve(name));
        var files = new ArrayList<Path>();
        files.add(Files.writeString(work.resolve(name + ".java"), ENTRY.formatted(name, contributes)));
        for (var source : sources) {
            files.add(Files.copy(EXAMPLES.resolve(source + ".java"), work.resolve(source + ".java")));
        }
        var classes = Files.createDirectories(work.resolve("classes"));
        Outsider.compile(classes, files);
        var jar = home.resolve(name.toLowerCase(Locale.ROOT) + "-1.0.jar");
        new PluginFolder(premises.data())
                .add(Outsider.pack(jar, classes, "1", "dev.frontdesk.plugin.example." + name), List.of());
    }

    @Test
    void threeOutsidersPluginsWorkTogetherInOneConversation() throws IOException {
        try (var provider = new Provider()) {
            premises.business("""
                    channels { %s }
                    teams { support { strategy = longest-idle, members = [anna, boris] } }
                    """.formatted(provider.channel()));
            premises.workflow("""
                      { greet-by-hour = "Hello {{contact.name}}", night = "Hello {{contact.name}}" }
                      { assign { team = support, then = continue } }
                      { send = "{{agent}} has your conversation now." }
                    """);
            try (var house = premises.open()) {
                oneConversation(new Wire(house.port()), provider, house.line());
            }
        }
    }

    private void oneConversation(Wire house, Provider provider, String line) {
        var anna = Colleague.welcomed(house, line.replaceFirst("(?s).*(/welcome#\\S+).*", "$1"));

        assertThat(provider.posts(house, "id=m1&from=ada&name=Ada", "hi".getBytes(UTF_8))
                        .status())
                .isEqualTo(200);

        await().untilAsserted(() ->
                assertThat(provider.heardBy("ada")).containsExactly("Hello Ada", "anna has your conversation now."));
        var row = anna.rows(house, "mine").getFirst();
        assertThat(row.getString("channel")).isEqualTo("hook");
        var decision = anna.get(house, "/api/conversations/" + row.getString("id") + "/decision");
        assertThat(decision.getString("strategy")).isEqualTo("longest-idle");
        assertThat(decision.getString("why")).contains("longest since they closed a conversation");

        anna.orders(house, row.getString("id"), "close", Map.of());
        await().until(() -> anna.rows(house, "mine").isEmpty());
        provider.posts(house, "id=m2&from=bob&name=Bob", "hi".getBytes(UTF_8));
        await().untilAsserted(() -> assertThat(provider.heardBy("bob"))
                .as("boris never closed one: the outsider's strategy takes him")
                .containsExactly("Hello Bob", "boris has your conversation now."));
    }

    @Test
    void eachOutsiderIsPinnedAndAlone() throws IOException {
        assertThat(Files.readString(premises.data().resolve("plugins.lock")))
                .contains("hooks/hooks-1.0.jar", "greetings/greetings-1.0.jar", "idling/idling-1.0.jar");
        var catalog = Catalog.of(new PluginFolder(premises.data()).load());
        var loaders = new HashSet<ClassLoader>();
        for (var kind : List.of(Contribution.Kind.CHANNEL, Contribution.Kind.STEP, Contribution.Kind.STRATEGY)) {
            assertThat(catalog.all(kind)).hasSize(1);
            loaders.add(catalog.all(kind).iterator().next().settings().getClassLoader());
        }
        assertThat(loaders).hasSize(3).doesNotContain(getClass().getClassLoader());
    }
}
