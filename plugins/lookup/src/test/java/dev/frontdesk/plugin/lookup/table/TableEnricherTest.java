package dev.frontdesk.plugin.lookup.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.enrich.Enrichment;
import dev.frontdesk.testkit.channel.SettableClock;
import dev.frontdesk.testkit.enrich.EnricherContractTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableEnricherTest implements EnricherContractTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final String CUSTOMERS = """
            email,plan,account manager
            ann@example.com,gold,Bob
            cy@example.com,"silver, old",
            """;

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("customers.csv");
        write(CUSTOMERS, NINE.minusSeconds(60));
    }

    private void write(String text, Instant when) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(when));
    }

    @Override
    public Enricher enricher() {
        return new TableEnricher(new TableSettings(file, "email", "contact.email"), clock);
    }

    @Override
    public Map<String, Value> clear() {
        return Map.of("contact.email", Value.of("ann@example.com"));
    }

    private static Enrichment asked(Enricher enricher, String email) throws InterruptedException {
        return enricher.lookUp(Facts.of(Map.of("contact.email", Value.of(email))), Duration.ofSeconds(1));
    }

    private static Object plan(Enricher enricher, String email) throws InterruptedException {
        return asked(enricher, email) instanceof Enrichment.Found(var values) ? values.get("plan") : "nobody";
    }

    @Test
    void findsTheOtherColumnsOfTheRow() throws InterruptedException {
        var enricher = enricher();
        assertThat(enricher.finds()).containsExactlyInAnyOrder("plan", "account manager");
        assertThat(asked(enricher, " ANN@Example.com "))
                .isEqualTo(new Enrichment.Found(Map.of("plan", Value.of("gold"), "account manager", Value.of("Bob"))));
        assertThat(asked(enricher, "cy@example.com"))
                .isEqualTo(new Enrichment.Found(Map.of("plan", Value.of("silver, old"), "account manager", Value.NIL)));
        assertThat(asked(enricher, "dan@example.com")).isEqualTo(new Enrichment.NotFound());
    }

    @Test
    void readsWhatSpreadsheetsWrite() throws Exception {
        write("\uFEFFName;E-Mail\r\n\"Ann \"\"A\"\"\r\nLee\";ann@example.com\r\n\r\n", NINE.minusSeconds(60));
        var enricher = new TableEnricher(new TableSettings(file, "e-mail", "contact.email"), clock);
        assertThat(asked(enricher, "ann@example.com"))
                .isEqualTo(new Enrichment.Found(Map.of("Name", Value.of("Ann \"A\"\r\nLee"))));
        write("email\tplan\nann@example.com\ta,b;c\n", NINE.minusSeconds(60));
        assertThat(plan(enricher(), "ann@example.com")).isEqualTo(Value.of("a,b;c"));
    }

    @Test
    void ofTwoRowsWithOneKeyTheFirstCounts() throws Exception {
        write("email,plan\nann@example.com,first\nANN@example.com,second\n", NINE.minusSeconds(60));
        assertThat(plan(enricher(), "ann@example.com")).isEqualTo(Value.of("first"));
    }

    @Test
    void readsTheFileAgainWhenItHasChanged() throws Exception {
        var enricher = enricher();
        write("email,plan\nann@example.com,bronze\n", NINE.minusSeconds(30));
        assertThat(plan(enricher, "ann@example.com")).isEqualTo(Value.of("bronze"));
        assertThat(enricher.finds()).containsExactly("plan");
    }

    @Test
    void leavesAFileAloneThatIsStillBeingWritten() throws Exception {
        var enricher = enricher();
        write("email,plan\nann@example.com,bronze\n", NINE.minusSeconds(1));
        assertThat(plan(enricher, "ann@example.com")).isEqualTo(Value.of("gold"));
        clock.advance(Duration.ofSeconds(1));
        assertThat(plan(enricher, "ann@example.com")).isEqualTo(Value.of("bronze"));
    }

    @Test
    void goesOnWithTheOldContentWhenTheNewOneIsHalfOrGone() throws Exception {
        var enricher = enricher();
        int before = 30;
        for (var half : new String[] {
            "", "email,plan\nann@example.com,bronze\ncy@exam", "email,plan\nann@example.com,\"bro", "name\nAnn\n"
        }) {
            write(half, NINE.minusSeconds(before--));
            assertThat(plan(enricher, "ann@example.com")).as(half).isEqualTo(Value.of("gold"));
        }
        Files.delete(file);
        assertThat(plan(enricher, "ann@example.com")).isEqualTo(Value.of("gold"));
        write("email,plan\nann@example.com,bronze\n", NINE.minusSeconds(10));
        assertThat(plan(enricher, "ann@example.com")).isEqualTo(Value.of("bronze"));
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        write("name,plan\nAnn,gold\n", NINE);
        assertThatThrownBy(this::enricher)
                .hasMessageEndingWith("has no column 'email'; its first line names name, plan");
        write("email,plan,plan\n", NINE);
        assertThatThrownBy(this::enricher).hasMessageEndingWith("has two columns 'plan'");
        write("email,plan\nann@example.com,\"gold\n", NINE);
        assertThatThrownBy(this::enricher).hasMessageEndingWith("ends in the middle of the row of line 2");
        Files.write(file, new byte[] {'e', 'm', 'a', 'i', 'l', '\n', (byte) 0xe4, '\n'});
        assertThatThrownBy(this::enricher).hasMessageEndingWith("is not in UTF-8; save it so");
        var many = new StringBuilder("email\n");
        for (int i = 0; i <= 200_000; i++) {
            many.append(i).append('\n');
        }
        write(many.toString(), NINE);
        assertThatThrownBy(this::enricher)
                .hasMessageEndingWith("has more than 200000 rows. Put it into a database and use the type sql");
        Files.write(file, new byte[20 * 1024 * 1024 + 1]);
        assertThatThrownBy(this::enricher).hasMessageContaining("has 20971521 bytes; a table has at most 20971520");
    }
}
