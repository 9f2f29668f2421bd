package dev.frontdesk.app.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.enrich.Classification;
import dev.frontdesk.app.config.ConfigFiles;
import dev.frontdesk.app.config.Problem;
import dev.frontdesk.app.config.Problems;
import dev.frontdesk.app.plugin.BuiltIns;
import dev.frontdesk.app.plugin.Caches;
import dev.frontdesk.app.plugin.Catalog;
import dev.frontdesk.app.plugin.Workshop;
import dev.frontdesk.engine.enrich.ClassifyAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntentsTest {
    @TempDir
    Path home;

    private final Problems problems = new Problems();

    @BeforeEach
    void aFile() throws IOException {
        Files.createDirectories(home.resolve("intents"));
        Files.createDirectories(home.resolve("data"));
        write("help.conf", """
                examples {
                  order = ["where is my order", "track my parcel", "when will it arrive"]
                  refund = ["i want my money back", "refund please", "how do i return this"]
                }
                """);
    }

    private void write(String file, String text) throws IOException {
        var written = Files.writeString(home.resolve("intents").resolve(file), text);
        Files.setLastModifiedTime(written, FileTime.fromMillis(text.hashCode() & 0xFFFF_FFFFL));
    }

    private LiveIntents load() {
        var catalog = Catalog.of(BuiltIns.all());
        var workshop = new Workshop(
                catalog,
                (_, _, _) -> {
                    throw new AssertionError("nothing is asked elsewhere");
                },
                InstantSource.system(),
                Caches.in(home.resolve("data")));
        return new IntentFolder(new ConfigFiles(home, Map.of(), problems), catalog, workshop).load(problems);
    }

    private List<String> said() {
        return problems.all().stream().map(Problem::toString).toList();
    }

    private static String about(LiveIntents live, String text) {
        return live.byName()
                .get("intents/help")
                .of(text, Locale.ENGLISH)
                .orElseThrow()
                .intent()
                .orElse("unknown");
    }

    @Test
    void aFileIsLearnedAndGoesByItsName() {
        var live = load();
        assertThat(said()).isEmpty();
        assertThat(live.byName()).containsOnlyKeys("intents/help");
        assertThat(about(live, "my parcel, where is it?")).isEqualTo("order");
    }

    @Test
    void aChangedFileIsLearnedAnewAndOneWithAMistakeIsNot() throws IOException {
        var live = load();
        write("more.csv", "where are you,hours\nwhen are you open,hours\nopening hours please,hours\n");
        write("help.conf", """
                examples {
                  order = ["where is my order", "track my parcel", "when will it arrive"]
                  refund = ["i want my money back", "refund please", "how do i return this"]
                }
                from = ["more.csv"]
                """);
        live.look();
        assertThat(about(live, "are you open now, what are your hours")).isEqualTo("hours");

        write("help.conf", "examples { order = [\"where\"] }");
        live.look();
        assertThat(about(live, "are you open now, what are your hours")).isEqualTo("hours");
    }

    @Test
    void whoAsksForAPersonIsNoticedUnlessThatIsSwitchedOff() throws IOException {
        assertThat(about(load(), "Позовите человека")).isEqualTo("handover");
        write("help.conf", """
                hand-over = false
                examples { order = ["where is my order"], refund = ["refund please"] }
                """);
        assertThat(about(load(), "Позовите человека")).isNotEqualTo("handover");
    }

    @Test
    void whatIsLearnedIsKeptForTheNextStart() throws IOException {
        load();
        try (var kept = Files.list(home.resolve("data/cache/intent"))) {
            assertThat(kept).hasSize(1);
        }
    }

    @Test
    void aDamagedModelIsLearnedAgain() throws IOException {
        load();
        try (var kept = Files.list(home.resolve("data/cache/intent"))) {
            Files.writeString(kept.findFirst().orElseThrow(), "no model");
        }
        assertThat(about(load(), "my parcel, where is it?")).isEqualTo("order");
    }

    @Test
    void whatAsksElsewhereMayNameWhatIsLearnedHereInWhateverOrder() throws IOException, InterruptedException {
        write("asks.conf", """
                type = chat
                intents { order = "where an order is", refund = "money back" }
                fallback = intents/help
                """);
        var live = load();
        assertThat(said()).singleElement().asString().contains("intents/asks.conf", "no endpoint");
        var asks = live.byName().get("intents/asks");
        assertThat(asks.of("my parcel, where is it?", Locale.ENGLISH)).isEmpty();
        var call = asks.call("my parcel, where is it?", Locale.ENGLISH, Duration.ofSeconds(1));
        assertThat(Classification.in(new ClassifyAction(live.byName()).perform(call, "key"))
                        .intent())
                .contains("order");
    }

    @Test
    void mistakesAreNamedWithTheirFile() throws IOException {
        write("help.conf", "type = exmaples");
        write("two.conf", "examples { order = [\"where\"] }");
        write("three.conf", "examples { a = [\"one two\"], b = [\"three four\"] }\nfrom = [\"none.csv\"]");
        load();
        assertThat(said())
                .hasSize(3)
                .anySatisfy(
                        one -> assertThat(one).startsWith("intents/help.conf:1").contains("did you mean 'examples'?"))
                .anySatisfy(
                        one -> assertThat(one).startsWith("intents/two.conf").contains("two intents"))
                .anySatisfy(one ->
                        assertThat(one).startsWith("intents/three.conf:2").contains("none.csv"));
    }

    @Test
    void examplesToLookAtAgainAreWarnings() throws IOException {
        write("help.conf", """
                examples {
                  order = ["where is my order", "track my parcel"]
                  refund = ["Where is my order?", "refund please"]
                }
                """);
        load();
        assertThat(problems.anyError()).isFalse();
        assertThat(said()).anySatisfy(one -> assertThat(one).contains("Where is my order?", "order", "refund"));
    }
}
