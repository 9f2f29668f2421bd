package dev.frontdesk.plugin.lookup.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.enrich.Enrichment;
import dev.frontdesk.testkit.enrich.EnricherContractTest;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On SQLite; {@link PostgresEnricherTest} has what is different there. */
class SqlEnricherTest implements EnricherContractTest {
    private static final String BY_EMAIL = "select plan, orders, balance, note from customer where email = ?";

    @TempDir
    Path folder;

    private String url = "";

    @BeforeEach
    void fill() throws SQLException {
        url = "jdbc:sqlite:" + folder.resolve("shop.db");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("create table customer (email text, plan text, orders integer, balance real, note text)");
            statement.execute("insert into customer values ('ann@example.com', 'gold', 3, 12.5, null)");
        }
    }

    static SqlSettings settings(String url, String query, String... parameters) {
        return new SqlSettings(
                url, Optional.empty(), Optional.empty(), query, List.of(parameters), 2, Duration.ofSeconds(2));
    }

    @Override
    public Enricher enricher() {
        return new SqlEnricher(settings(url, BY_EMAIL, "contact.email"));
    }

    @Override
    public Map<String, Value> clear() {
        return Map.of("contact.email", Value.of("ann@example.com"));
    }

    private static Enrichment asked(Enricher enricher, Map<String, Value> facts) throws InterruptedException {
        return enricher.lookUp(Facts.of(facts), Duration.ofSeconds(2));
    }

    @Test
    void findsTheColumnsOfTheFirstRow() throws InterruptedException {
        assertThat(asked(enricher(), clear()))
                .isEqualTo(new Enrichment.Found(Map.of(
                        "plan",
                        Value.of("gold"),
                        "orders",
                        Value.of(3),
                        "balance",
                        new Value.Num(new BigDecimal("12.5")),
                        "note",
                        Value.NIL)));
    }

    @Test
    void findsNobodyWhereThereIsNoRowOrNothingToLookFor() throws InterruptedException {
        assertThat(asked(enricher(), Map.of("contact.email", Value.of("dan@example.com"))))
                .isEqualTo(new Enrichment.NotFound());
        assertThat(asked(enricher(), Map.of())).isEqualTo(new Enrichment.NotFound());
    }

    @Test
    void whatAContactWritesIsNeverPartOfTheQuery() throws InterruptedException {
        for (var attack : List.of("' or '1'='1", "ann@example.com' --", "x'; drop table customer; --")) {
            assertThat(asked(enricher(), Map.of("contact.email", Value.of(attack))))
                    .isEqualTo(new Enrichment.NotFound());
        }
        assertThat(asked(enricher(), clear())).isInstanceOf(Enrichment.Found.class);
    }

    @Test
    void cannotWrite() throws InterruptedException {
        var writing = new SqlEnricher(
                settings(url, "update customer set plan = 'free' where email = ? returning plan", "contact.email"));
        assertThat(asked(writing, clear()))
                .isInstanceOfSatisfying(
                        Enrichment.Failed.class,
                        failed -> assertThat(failed.retry()).isFalse());
        assertThat(asked(enricher(), clear()))
                .isInstanceOfSatisfying(
                        Enrichment.Found.class,
                        found -> assertThat(found.values()).containsEntry("plan", Value.of("gold")));
    }

    @Test
    void connectsToNothingBeforeItIsAsked() throws InterruptedException {
        var away = new SqlEnricher(settings("jdbc:sqlite:" + folder.resolve("none/shop.db"), "select 1 as one"));
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(asked(away, Map.of())).isInstanceOf(Enrichment.Failed.class);
    }

    @Test
    void aMistakeInTheQueryIsNotTriedAgain() throws InterruptedException {
        var wrong = new SqlEnricher(settings(url, "select plan from nobody where email = ?", "contact.email"));
        assertThat(asked(wrong, clear())).isInstanceOfSatisfying(Enrichment.Failed.class, failed -> {
            assertThat(failed.why()).contains("nobody");
            assertThat(failed.retry()).isFalse();
        });
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        assertThatThrownBy(() -> settings(url, BY_EMAIL))
                .hasMessage("query has 1 places (?) and there are 0 parameters; each needs the other");
        assertThat(settings(url, "select '?' as mark where 1 = ?", "a").parameters())
                .containsExactly("a");
        assertThatThrownBy(() -> settings("jdbc:mysql://x/y", "select 1"))
                .hasMessage("url must begin with jdbc:postgresql: or jdbc:sqlite:");
        assertThatThrownBy(() -> settings("jdbc:postgresql://x/y?password=z", "select 1"))
                .hasMessageStartingWith("url must not hold the password")
                .hasMessageNotContaining("=z");
    }
}
