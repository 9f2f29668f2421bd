package dev.frontdesk.app.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.service.HttpGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginFolderTest {
    private static final String STRATEGY = """
            import dev.frontdesk.api.*;
            import dev.frontdesk.api.routing.*;
            import jakarta.inject.Inject;
            import java.util.List;
            public final class Alphabet implements FrontdeskPlugin {
                public record None() {}
                public static final class Words { String why() { return seen("dev.frontdesk.app.plugin.Catalog") + " " + seen("com.google.inject.Guice"); } }
                static String seen(String name) { try { Class.forName(name); return "sees " + name; } catch (ClassNotFoundException e) { return "blind"; } }
                public static final class ByName implements AssignmentStrategy {
                    private final Words words;
                    @Inject ByName(Words words) { this.words = words; }
                    public Ranking rank(Facts conversation, List<Candidate> eligible) {
                        return new Ranking(eligible.stream().map(Candidate::agent).sorted(java.util.Comparator.comparing(AgentId::value)).toList(), words.why());
                    }
                }
                public void contribute(Contributions to) { to.service(Words.class); to.strategy("alphabet", None.class, ByName.class); }
            }
            """;

    @TempDir
    Path home;

    private final HttpGateway http = (_, _, _) -> {
        throw new AssertionError("nothing is called here");
    };

    private Path data() throws IOException {
        return Files.createDirectories(home.resolve("data"));
    }

    private Outsider outsider() {
        return new Outsider(home);
    }

    private PluginFolder folder() throws IOException {
        return new PluginFolder(data());
    }

    @Test
    void anAddedPluginRunsAndSeesNothingButTheApi() throws IOException {
        var id = folder().add(outsider().jar("Alphabet-1.0.jar", "1", STRATEGY), List.of());

        var plugins = folder().load();
        var catalog = Catalog.of(plugins);
        var strategy = catalog.find(Contribution.Kind.STRATEGY, "alphabet").orElseThrow();
        var made = new Workshop(catalog, http, InstantSource.system(), Caches.none())
                .strategies(Map.of(strategy, settings(strategy)))
                .get("alphabet");

        assertThat(id).isEqualTo("alphabet");
        assertThat(made.getClass().getClassLoader()).isNotSameAs(getClass().getClassLoader());
        assertThat(made.rank(Facts.none(), List.of()).why()).isEqualTo("blind blind");
        assertThat(catalog.lines()).containsExactly("strategy  alphabet        alphabet, plugins/alphabet");
    }

    private static Record settings(Contribution contribution) {
        try {
            var constructor = contribution.settings().getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aJarThatNobodyPinnedIsNotLoaded() throws IOException {
        var there = Files.createDirectories(data().resolve("plugins/alphabet"));
        Files.copy(outsider().jar("a.jar", "1", STRATEGY), there.resolve("a.jar"));

        assertThatThrownBy(() -> folder().load())
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("is not pinned")
                .hasMessageContaining("frontdesk plugin add");
    }

    @Test
    void aJarThatChangedIsNotLoadedUntilItIsAddedAgain() throws IOException {
        folder().add(outsider().jar("alphabet.jar", "1", STRATEGY), List.of());
        var jar = data().resolve("plugins/alphabet/alphabet.jar");
        Files.copy(
                outsider().jar("other.jar", "1", STRATEGY.replace("toList(), words", "toList().reversed(), words")),
                jar,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> folder().load())
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("has changed");
        assertThat(folder().add(jar, List.of())).isEqualTo("alphabet");
        assertThat(folder().load()).hasSize(1);
    }

    @Test
    void aFolderThatEverybodyMayWriteToIsRefused() throws IOException {
        folder().add(outsider().jar("alphabet.jar", "1", STRATEGY), List.of());
        Files.setPosixFilePermissions(data().resolve("plugins/alphabet"), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> folder().load())
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("chmod o-w");
    }

    @Test
    void aJarForAnotherApiAndAJarWithoutAPluginAreRefused() throws IOException {
        var old = outsider().jar("old.jar", "7", STRATEGY);
        var library =
                Outsider.pack(home.resolve("library.jar"), Files.createDirectories(home.resolve("empty")), "1", "");

        assertThatThrownBy(() -> folder().add(old, List.of())).hasMessageContaining("Frontdesk-Api: 7");
        assertThatThrownBy(() -> folder().add(library, List.of())).hasMessageContaining("is no plugin");
    }

    @Test
    void aNameThatIsTakenStopsTheStart() throws IOException {
        folder().add(outsider().jar("one.jar", "1", STRATEGY), List.of());
        folder().add(outsider().jar("two.jar", "1", STRATEGY), List.of());

        assertThatThrownBy(() -> Catalog.of(folder().load()))
                .hasMessageContaining("plugin 'two' brings the strategy alphabet, which plugin 'one' brings already");
        assertThat(folder().remove("two")).isTrue();
        assertThat(folder().remove("two")).isFalse();
        assertThat(folder().ids()).containsExactly("one");
        assertThat(Catalog.of(folder().load()).plugins()).hasSize(1);
    }

    @Test
    void theBuiltInsBringTheirTypesThroughTheSameDoor() {
        var catalog = Catalog.of(BuiltIns.all());

        assertThat(catalog.names(Contribution.Kind.STEP))
                .contains(
                        "send", "ask", "branch", "wait", "jump", "route", "assign", "set", "tag", "note", "close",
                        "http", "intent");
        assertThat(catalog.names(Contribution.Kind.CHANNEL)).contains("webchat");
        assertThat(new Workshop(catalog, http, InstantSource.system(), Caches.none()).steps())
                .hasSize(catalog.names(Contribution.Kind.STEP).size());
    }

    /** The examples that come with Frontdesk, as an outsider would use them. */
    @Test
    void theExamplesAreAddedLikeAnybodysPlugin() throws IOException {
        var classes = Files.createDirectories(home.resolve("example"));
        try (Stream<Path> files = Files.walk(Path.of("../../plugins/example/src/main/java"))) {
            Outsider.compile(
                    classes,
                    files.filter(file -> file.toString().endsWith(".java")).toList());
        }
        var jar =
                Outsider.pack(home.resolve("example.jar"), classes, "1", "dev.frontdesk.plugin.example.ExamplePlugin");
        folder().add(jar, libraries());

        var catalog = Catalog.of(folder().load());

        assertThat(catalog.all(Contribution.Kind.CHANNEL)).hasSize(1);
        assertThat(catalog.all(Contribution.Kind.STEP)).hasSize(1);
        assertThat(catalog.all(Contribution.Kind.STRATEGY)).hasSize(1);
        var workshop = new Workshop(catalog, http, InstantSource.system(), Caches.none());
        assertThat(workshop.steps().values())
                .allSatisfy(step -> assertThat(step.getClass().getClassLoader())
                        .isNotSameAs(getClass().getClassLoader()));
    }

    private static List<Path> libraries() {
        return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().matches("jackson-(core|databind|annotations)-.*\\.jar"))
                .toList();
    }
}
