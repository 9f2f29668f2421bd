package dev.frontdesk.app.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.app.plugin.Outsider;
import dev.frontdesk.app.plugin.PluginFolder;
import dev.frontdesk.app.wiring.OpenHouse;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A business outgrows its file: everything under way goes on on PostgreSQL, and back. */
class MovingTest {
    private static final Path EXAMPLE = Path.of("../../plugins/example/src/main/java/dev/frontdesk/plugin/example");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path home;

    private Provider provider;
    private EmbeddedPostgres postgres;
    private String channels;

    @BeforeEach
    void open() throws IOException {
        provider = new Provider();
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        channels = """
                channels { site { type = webchat, visitor-per-minute = 10000, address-per-minute = 10000 }, %s }
                teams { support { strategy = least-open, members = [anna] } }
                """.formatted(provider.channel());
    }

    @AfterEach
    void close() throws IOException {
        provider.close();
        postgres.close();
    }

    /** One agent, who may hold one conversation; whoever writes is asked first. The hook is somebody's plugin. */
    private Premises premises(String name, String store) throws IOException {
        var premises = Premises.in(Files.createDirectory(home.resolve(name)))
                .business(store + channels)
                .write("people.conf", "agents { anna { role = admin, presence-required = false, capacity = 1 } }")
                .workflow("{ ask = \"How can we help?\", save-to = need }, { assign = support }");
        var work = Files.createDirectories(home.resolve(name + "-plugin"));
        var entry = Files.writeString(work.resolve("Hooks.java"), """
                package dev.frontdesk.plugin.example;
                public final class Hooks implements dev.frontdesk.api.FrontdeskPlugin {
                    @Override
                    public void contribute(dev.frontdesk.api.Contributions to) {
                        to.channel("hook", HookSettings.class, HookChannel.class);
                    }
                }
                """);
        var classes = Files.createDirectories(work.resolve("classes"));
        Outsider.compile(
                classes, List.of(entry, EXAMPLE.resolve("HookSettings.java"), EXAMPLE.resolve("HookChannel.java")));
        var jar = Outsider.pack(work.resolve("hooks-1.0.jar"), classes, "1", "dev.frontdesk.plugin.example.Hooks");
        new PluginFolder(premises.data()).add(jar, List.of());
        return premises;
    }

    @Test
    void everythingUnderWayGoesOnOnTheOtherStoreAndBack() throws IOException {
        var ada = Visitor.somebody();
        var bob = Visitor.somebody();
        var carl = Visitor.somebody();
        var file = premises("file", "");
        Colleague anna;
        provider.answers(503);
        try (var house = file.open()) {
            var wire = new Wire(house.port());
            anna = Colleague.welcomed(wire, house.line().replaceFirst("(?s).*(/welcome#\\S+).*", "$1"));
            writes(ada, wire, "hello");
            writes(bob, wire, "hello");
            bob.says(wire, "Bob needs a lamp");
            await().until(() -> anna(wire, house).size() == 1);
            writes(carl, wire, "hello");
            carl.says(wire, "Carl needs a chair");
            await().until(() -> waiting(house, "Carl needs a chair"));
            provider.posts(wire, "id=m1&from=dora", "hello".getBytes(UTF_8));
            provider.posts(wire, "", "nobody wrote this".getBytes(UTF_8));
            await().until(() -> house.store().deadLetters().count() == 1);
            assertThat(Terminal.frontdesk(file, 1, "export", "--to", to("early.gz")))
                    .contains("another Frontdesk works on");
        }

        var server = premises("server", """
                store { url = "jdbc:postgresql://127.0.0.1:%d/postgres", user = postgres, password = postgres }
                """.formatted(postgres.getPort()));
        move(file, server, "there.gz");
        provider.answers(204);
        try (var house = server.open()) {
            var wire = new Wire(house.port());
            var held = anna.rows(wire, "mine");
            assertThat(held).as("her sign-in holds, and so does what she has").hasSize(1);
            anna.orders(wire, held.getFirst().getString("id"), "reply", Map.of("text", "A lamp it is"));
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(bob.hears(wire)).containsExactly("How can we help?", "A lamp it is"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(provider.heardBy("dora"))
                            .as("what could not be sent there is sent here")
                            .containsExactly("How can we help?"));
            assertThat(house.store().deadLetters().count()).isEqualTo(1);
            assertThat(ada.hears(wire)).containsExactly("How can we help?");
            assertThat(Terminal.frontdesk(server, 1, "export", "--to", to("early2.gz")))
                    .contains("Frontdesk works on this store: 'process "
                            + ProcessHandle.current().pid() + " on ");
            assertThat(Terminal.frontdesk(server, 1, "backup", "--to", to("no.zip")))
                    .contains("pg_dump --format=custom --file=frontdesk.dump --dbname=postgresql://127.0.0.1:"
                            + postgres.getPort() + "/postgres --username=postgres")
                    .contains("pg_basebackup");
            anna.orders(wire, held.getFirst().getString("id"), "close", Map.of());
            await().atMost(PATIENCE)
                    .until(() -> anna.rows(wire, "mine").stream()
                            .anyMatch(row -> row.toString().contains("Carl needs a chair")));
        }

        var back = premises("back", "");
        move(server, back, "back.gz");
        try (var house = back.open()) {
            var wire = new Wire(house.port());
            ada.says(wire, "Ada needs a table");
            await().atMost(PATIENCE).until(() -> waiting(house, "Ada needs a table"));
            var held = anna.rows(wire, "mine").getFirst();
            assertThat(held.toString()).contains("Carl needs a chair");
            anna.orders(wire, held.getString("id"), "close", Map.of());
            await().atMost(PATIENCE)
                    .until(() -> anna.rows(wire, "mine").stream()
                            .anyMatch(row -> row.toString().contains("Ada needs a table")));
            assertThat(provider.heardBy("dora")).as("nothing twice").containsExactly("How can we help?");
        }
    }

    private List<?> anna(Wire wire, OpenHouse house) {
        return house.store().inbox().list(dev.frontdesk.engine.port.InboxReads.View.MINE, "anna", "", "", 10);
    }

    private static boolean waiting(OpenHouse house, String preview) {
        return house.store().inbox().list(dev.frontdesk.engine.port.InboxReads.View.ALL, "", "", "", 10).stream()
                .anyMatch(row -> row.conversation().activity().preview().equals(preview)
                        && row.conversation().handling().handler() instanceof dev.frontdesk.engine.model.Handler.Queue);
    }

    private static void writes(Visitor visitor, Wire wire, String text) {
        visitor.says(wire, text);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(visitor.hears(wire)).containsExactly("How can we help?"));
    }

    private String to(String file) {
        return home.resolve(file).toString();
    }

    private void move(Premises from, Premises to, String file) {
        assertThat(Terminal.frontdesk(from, 0, "export", "--to", to(file))).contains("rows to " + to(file));
        assertThat(Terminal.frontdesk(from, 1, "export", "--to", to(file))).contains("is there already");
        assertThat(Terminal.frontdesk(to, 0, "import", "--from", to(file))).contains("The store is ready");
        assertThat(Terminal.frontdesk(to, 1, "import", "--from", to(file)))
                .contains(to(file) + " was not imported: the store is not empty");
    }
}
