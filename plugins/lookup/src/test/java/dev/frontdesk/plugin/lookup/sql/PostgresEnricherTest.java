package dev.frontdesk.plugin.lookup.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Enrichment;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresEnricherTest {
    private static final Duration MOST = Duration.ofSeconds(1);

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table customer (id int, vip boolean, total numeric, since timestamptz, "
                    + "called timestamp, key uuid, more jsonb)");
            statement.execute("insert into customer values (7, true, 12.50, '2026-03-02 12:00+03', "
                    + "'2026-03-02 12:00', '00000000-0000-0000-0000-000000000001', '{\"a\": 1}')");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static Enrichment asked(String query, Map<String, Value> facts) {
        var settings = SqlEnricherTest.settings(
                server.getJdbcUrl("postgres", "postgres"), query, facts.keySet().toArray(String[]::new));
        return new SqlEnricher(settings).lookUp(Facts.of(facts), MOST);
    }

    @Test
    void findsValuesOfEveryKindAndANumberByItsText() {
        assertThat(asked(
                        "select vip, total, since, called, key as \"KEY\", more from customer where id = ?",
                        Map.of("order", Value.of("7"))))
                .isEqualTo(new Enrichment.Found(Map.of(
                        "vip",
                        Value.of(true),
                        "total",
                        new Value.Num(new BigDecimal("12.5")),
                        "since",
                        new Value.Time(Instant.parse("2026-03-02T09:00:00Z")),
                        "called",
                        new Value.Time(Instant.parse("2026-03-02T12:00:00Z")),
                        "key",
                        Value.of("00000000-0000-0000-0000-000000000001"),
                        "more",
                        Value.of("{\"a\": 1}"))));
        assertThat(asked("select vip from customer where id = ?", Map.of("order", Value.of(8))))
                .isEqualTo(new Enrichment.NotFound());
    }

    @Test
    void cannotWrite() {
        assertThat(asked("delete from customer where id = ? returning id", Map.of("order", Value.of(7))))
                .isInstanceOfSatisfying(Enrichment.Failed.class, failed -> {
                    assertThat(failed.why()).contains("read-only");
                    assertThat(failed.retry()).isFalse();
                });
    }

    @Test
    void aQueryThatTakesTooLongIsEnded() {
        assertThat(asked("select pg_sleep(30) where 1 = ?", Map.of("order", Value.of(1))))
                .isInstanceOfSatisfying(
                        Enrichment.Failed.class,
                        failed -> assertThat(failed.retry()).isTrue());
    }

    @Test
    void aDatabaseThatIsAwayMayComeBack() {
        var settings = SqlEnricherTest.settings("jdbc:postgresql://127.0.0.1:1/none", "select 1 as one");
        assertThat(new SqlEnricher(settings).lookUp(Facts.none(), MOST))
                .isInstanceOfSatisfying(
                        Enrichment.Failed.class,
                        failed -> assertThat(failed.retry()).isTrue());
    }
}
