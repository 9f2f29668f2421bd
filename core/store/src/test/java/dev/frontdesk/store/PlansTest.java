package dev.frontdesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.store.hot.Statements;
import dev.frontdesk.store.sql.Dialect;
import dev.frontdesk.store.sql.Postgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lane's plans are made once, maybe on empty tables: none may read a table from end to end. */
final class PlansTest {
    @TempDir
    Path folder;

    @Test
    void on_postgres_every_statement_uses_an_index_on_empty_and_on_full_tables() throws SQLException {
        // A generic plan is shown for a statement with parameters only when it comes without any.
        String url = Server.fresh().url();
        Stores.open(StoreSettings.of(url)).close();
        var dialect = new Postgres(url + "&preferQueryMode=simple", new Properties());
        try (var connection = dialect.connect()) {
            var statements = Statements.of(dialect);
            assertThat(statements).hasSizeGreaterThan(40);
            postgres(connection, statements);
            fill(connection);
            postgres(connection, statements);
        }
    }

    private static void postgres(Connection connection, Map<String, String> statements) throws SQLException {
        var softly = new SoftAssertions();
        for (var statement : statements.entrySet()) {
            var number = new AtomicInteger();
            String sql = Pattern.compile("\\?")
                    .matcher(statement.getValue())
                    .replaceAll(_ -> "\\$" + number.incrementAndGet());
            String plan = plan(connection, "explain (generic_plan) " + sql, 1);
            softly.assertThat(plan).as(statement.getKey()).doesNotContain("Seq Scan", "Hash Join", "Merge Join");
            // Without a condition an index is read from end to end, which is no better than the table.
            softly.assertThat(count(plan, "(Index|Index Only|Bitmap Index) Scan"))
                    .as(plan)
                    .isEqualTo(count(plan, "Index Cond:"));
        }
        softly.assertAll();
    }

    private static long count(String plan, String what) {
        return Pattern.compile(what).matcher(plan).results().count();
    }

    private static void fill(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "insert into contact select g, g % 256, 1, 0, 'Ann', 'en', 0 from generate_series(1, 20000) g");
            statement.execute(
                    "insert into contact_identity select 'site', 'person-' || g, g from generate_series(1, 20000) g");
            statement.execute(
                    "insert into message select g, g, 1, 'IN', 'CONTACT', '', 'site', 'key-' || g, '{}', '', null, 1, 1 "
                            + "from generate_series(1, 20000) g");
            statement.execute(
                    "insert into mailbox select g, 1, g % 256, 'MESSAGE', g, '{}', g from generate_series(1, 2000) g");
            statement.execute(
                    "insert into outbox select g, g, 1, 1, 1, 'site', 'p', '', 0, 0, 0, 'k' || g, 1, "
                            + "case when g % 10 = 0 then 'READY' else 'SENT' end, 1, 1, 0, 0, 'r' || g, '' from generate_series(1, 20000) g");
            statement.execute("analyze");
        }
    }

    @Test
    void on_sqlite_every_statement_uses_an_index() throws SQLException {
        try (var store = Stores.open(StoreSettings.of("jdbc:sqlite:" + folder.resolve("plans.db")));
                var connection = store.database().dialect().connect()) {
            Dialect dialect = store.database().dialect();
            var softly = new SoftAssertions();
            for (var statement : Statements.of(dialect).entrySet()) {
                String scans = plan(connection, "explain query plan " + statement.getValue(), 4)
                        .lines()
                        .filter(line -> line.contains("SCAN") && !line.contains("VIRTUAL TABLE"))
                        .filter(line -> !line.contains("oldest") && !line.contains("CONSTANT"))
                        .collect(Collectors.joining("\n"));
                softly.assertThat(scans).as(statement.getKey()).isEmpty();
            }
            softly.assertAll();
        }
    }

    private static String plan(Connection connection, String sql, int column) throws SQLException {
        var plan = new StringBuilder();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                plan.append(rows.getString(column)).append('\n');
            }
        }
        return plan.toString();
    }
}
