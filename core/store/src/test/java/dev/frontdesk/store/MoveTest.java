package dev.frontdesk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.store.schema.Migrations;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.port.EventLog.Entry;
import dev.frontdesk.engine.port.StoreException;
import dev.frontdesk.store.schema.Migrations;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything goes from one database to the other and back, or nothing does. */
final class MoveTest {
    /** More than a batch, and than a fetch. */
    private static final int ROWS = 1100;

    private static final List<String> PARENTS = List.of("team", "agent");
    private static final Set<String> NOT_MOVED = Set.of("partition", "node", "flyway_schema_history");

    @TempDir
    Path folder;

    private StoreSettings file;
    private StoreSettings server;

    @BeforeEach
    void empty() {
        file = StoreSettings.of("jdbc:sqlite:" + folder.resolve("from.db"));
        server = Server.fresh();
        Stores.open(file).close();
    }

    @Test
    void every_row_of_every_table_arrives_and_comes_back() throws Exception {
        fill(file);
        var before = content(file);
        assertThat(before)
                .containsKeys("message", "outbox", "run", "event", "lease", "credential")
                .allSatisfy((table, rows) -> assertThat(rows).as(table).hasSize(ROWS));

        var progress = new AtomicLong();
        var out = new ByteArrayOutputStream();
        long rows = Moves.export(file, out, (done, of) -> {
            assertThat(of).isEqualTo((long) before.size() * ROWS);
            assertThat(progress.incrementAndGet()).isEqualTo(done);
        });
        assertThat(rows).isEqualTo((long) before.size() * ROWS).isEqualTo(progress.get());
        assertThat(take(server, out.toByteArray())).isEqualTo(rows);
        assertThat(content(server)).isEqualTo(before);

        var back = StoreSettings.of("jdbc:sqlite:" + folder.resolve("back.db"));
        take(back, export(server));
        assertThat(content(back)).isEqualTo(before);
    }

    @Test
    void readers_of_the_log_go_on_without_missing_an_event() throws Exception {
        String read;
        String end;
        try (var store = Stores.open(file);
                var lane = store.writer(0)) {
            append(lane, 1, 2, 3);
            read = store.events().after("", 1).getLast().position();
            end = store.events().end();
        }
        listener(file, read);
        take(server, export(file));

        try (var store = Stores.open(server);
                var lane = store.writer(0)) {
            append(lane, 4, 5);
            assertThat(contacts(store, cursor(store))).containsExactly(2L, 3L, 4L, 5L);
            assertThat(store.events().valid(end)).as("an open page goes on").isTrue();
            assertThat(contacts(store, end)).containsExactly(4L, 5L);
            read = store.events().after(end, 1).getLast().position();
            end = store.events().end();
        }
        listener(server, read);
        var back = StoreSettings.of("jdbc:sqlite:" + folder.resolve("back.db"));
        take(back, export(server));

        try (var store = Stores.open(back);
                var lane = store.writer(0)) {
            append(lane, 6);
            assertThat(contacts(store, cursor(store))).containsExactly(5L, 6L);
            assertThat(store.events().valid(end)).as("an open page begins anew").isFalse();
        }
    }

    @Test
    void an_event_that_committed_after_one_of_a_higher_number_is_told_after_the_move() throws Exception {
        Stores.open(server).close();
        try (var connection = DriverManager.getConnection(server.url());
                var statement = connection.createStatement()) {
            statement.execute("insert into event (pos, at, contact, conversation, first_ord, last_ord, facts) "
                    + "values (1, 1, 1, 1, 0, 0, '[]'), (2, 1, 2, 1, 0, 0, '[]'), (1, 1, 3, 1, 0, 0, '[]')");
        }
        listener(server, "1.3"); // has been told of 1 and 3
        var back = StoreSettings.of("jdbc:sqlite:" + folder.resolve("back.db"));
        take(back, export(server));
        try (var store = Stores.open(back)) {
            assertThat(store.events().after(cursor(store), 10))
                    .as("2 is new, 3 comes once more")
                    .extracting(Entry::position)
                    .containsExactly("2", "3");
        }
    }

    @Test
    void a_store_with_anything_in_it_is_left_as_it_is() throws Exception {
        var moved = export(file);
        try (var store = Stores.open(server);
                var lane = store.writer(0)) {
            Desk.contact(lane);
        }
        assertThatThrownBy(() -> take(server, moved))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the store is not empty: 1 rows in 'contact'");
    }

    @Test
    void what_is_damaged_or_cut_off_leaves_nothing() throws Exception {
        fill(file);
        var moved = export(file);
        var text = new String(moved, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> take(server, text.replace("[1001,", "[9001,").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("checksum");
        assertThatThrownBy(() -> take(server, java.util.Arrays.copyOf(moved, moved.length - 200)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ends too early");
        assertThatThrownBy(() -> take(server, "[1, 2]\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not begin");
        assertThat(content(server)).allSatisfy((_, rows) -> assertThat(rows).isEmpty());
        take(server, moved);
    }

    @Test
    void what_a_newer_frontdesk_wrote_is_refused_in_words() throws Exception {
        var text = new String(export(file), StandardCharsets.UTF_8);
        assertThatThrownBy(() ->
                        take(server, text.replace("export\":1", "export\":2").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("format 2")
                .hasMessageContaining("Update this Frontdesk first");
        assertThatThrownBy(() -> take(
                        server,
                        text.replace("schema\":\"" + Migrations.NEWEST + "\"", "schema\":\"99\"")
                                .getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("version 99")
                .hasMessageContaining("Update this Frontdesk first");
    }

    @Test
    void nothing_moves_while_somebody_works_on_the_store() throws Exception {
        var moved = export(file);
        try (var store = Stores.open(file)) {
            store.ping();
            assertThatThrownBy(() -> export(file)).hasMessageContaining("another Frontdesk works on");
            assertThatThrownBy(() -> take(file, moved)).hasMessageContaining("another Frontdesk works on");
        }
        try (var store = Stores.open(server)) {
            int node = store.leases().joinAsNode("process 7 on east", Duration.ofMinutes(1));
            for (var work : List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                    () -> export(server), () -> take(server, moved))) {
                assertThatThrownBy(work)
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("'process 7 on east' (node " + node + ")");
            }
            store.leases().leave(node);
        }
        take(server, moved);
    }

    @Test
    void a_process_that_starts_while_the_store_is_moved_waits() throws Exception {
        try (var store = Stores.open(server)) {
            var joined = new java.util.concurrent.CompletableFuture<Integer>();
            Moves.export(
                    server,
                    new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            Thread.startVirtualThread(
                                    () -> joined.complete(store.leases().joinAsNode("eager", Duration.ofMinutes(1))));
                            assertThat(waiting(server)).isTrue();
                            assertThat(joined).isNotDone();
                        }
                    },
                    (_, _) -> {});
            assertThat(joined.get()).isZero();
        }
    }

    /** True once somebody waits for a lock. */
    private static boolean waiting(StoreSettings settings) {
        try (var connection = DriverManager.getConnection(settings.url());
                var statement = connection.createStatement()) {
            while (true) {
                try (var row =
                        statement.executeQuery("select count(*) from pg_stat_activity where wait_event_type = 'Lock' "
                                + "and datname = current_database()")) {
                    row.next();
                    if (row.getInt(1) > 0) {
                        return true;
                    }
                }
                Thread.onSpinWait();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- what is moved

    private static byte[] export(StoreSettings from) throws IOException {
        var out = new ByteArrayOutputStream();
        Moves.export(from, out, (_, _) -> {});
        return out.toByteArray();
    }

    private static long take(StoreSettings to, byte[] moved) throws IOException {
        return Moves.take(to, new ByteArrayInputStream(moved), (_, _) -> {});
    }

    private static void append(dev.frontdesk.engine.port.Store.Writer lane, long... contacts) {
        for (long contact : contacts) {
            Desk.apply(lane, changes -> changes.facts.add(Desk.fact(contact, 1, 0, "x")));
        }
    }

    private static List<Long> contacts(SqlStore store, String after) {
        return store.events().after(after, 100).stream()
                .flatMap(entry -> entry.facts().stream())
                .map(Fact::contact)
                .toList();
    }

    private static String cursor(SqlStore store) {
        return store.threads().cursor("listener:x.events", "position").orElseThrow();
    }

    private static void listener(StoreSettings at, String position) throws SQLException {
        try (var connection = DriverManager.getConnection(at.url());
                var statement = connection.prepareStatement("insert into channel_cursor (channel, name, value, fence) "
                        + "values ('listener:x.events', 'position', ?, 1) on conflict (channel, name) "
                        + "do update set value = excluded.value")) {
            statement.setString(1, position);
            statement.executeUpdate();
        }
    }

    /** Rows of all values there may be, in each table that the migrations have made. */
    private static void fill(StoreSettings at) throws SQLException {
        try (var connection = DriverManager.getConnection(at.url())) {
            connection.setAutoCommit(false);
            var tables = new ArrayList<>(PARENTS);
            tables.addAll(tables(connection));
            for (var table : new java.util.LinkedHashSet<>(tables)) {
                fill(connection, table);
            }
            connection.commit();
        }
    }

    private static void fill(Connection connection, String table) throws SQLException {
        var columns = columns(connection, table);
        var places = String.join(", ", columns.keySet().stream().map(_ -> "?").toList());
        try (var insert = connection.prepareStatement(
                "insert into " + table + " (" + String.join(", ", columns.keySet()) + ") values (" + places + ")")) {
            for (int i = 0; i < ROWS; i++) {
                int at = 0;
                for (var column : columns.entrySet()) {
                    set(insert, ++at, table, column.getKey(), column.getValue(), i);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void set(PreparedStatement insert, int at, String table, String column, String type, int i)
            throws SQLException {
        switch (table + "." + column) {
            case "event.pos", "lease.expires_at" -> insert.setLong(at, 0);
            case "lease.node" -> insert.setInt(at, -1);
            case "event.id" -> insert.setLong(at, i + 1);
            default -> {
                switch (type) {
                    case "integer" -> insert.setLong(at, column.equals("id") ? (1L << 62) + i : 1000 + i);
                    case "bigint" -> insert.setLong(at, i % 2 == 0 ? 1000 + i : Long.MAX_VALUE - i);
                    case "text" -> text(insert, at, table, column, i);
                    default -> {
                        if (i % 3 == 0 && table.equals("message")) {
                            insert.setNull(at, Types.BLOB);
                        } else {
                            insert.setBytes(at, i % 3 == 1 ? new byte[0] : new byte[] {0, (byte) i, -1, '\n'});
                        }
                    }
                }
            }
        }
    }

    private static void text(PreparedStatement insert, int at, String table, String column, int i) throws SQLException {
        boolean key = Set.of("id", "agent", "team").contains(column);
        if ((column.equals("dedupe") && !table.equals("notice") || table.equals("outbox") && column.equals("remote_id"))
                && i % 2 == 0) {
            insert.setNull(at, Types.VARCHAR);
        } else {
            insert.setString(at, (key ? "x" : column + " \"\\\n\t\u2028😀 ") + i);
        }
    }

    private static Map<String, List<String>> content(StoreSettings at) throws SQLException {
        var content = new TreeMap<String, List<String>>();
        Stores.open(at).close();
        try (var connection = DriverManager.getConnection(at.url())) {
            for (var table : tables(connection)) {
                content.put(table, rows(connection, table));
            }
        }
        return content;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        var columns = columns(connection, table);
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select " + String.join(", ", columns.keySet()) + " from " + table)) {
            while (row.next()) {
                var values = new ArrayList<String>();
                for (var column : columns.entrySet()) {
                    var bytes = Set.of("blob", "bytea").contains(column.getValue());
                    values.add(column.getKey() + "="
                            + (bytes
                                    ? java.util.Arrays.toString(row.getBytes(column.getKey()))
                                    : row.getString(column.getKey())));
                }
                rows.add(values.toString());
            }
        }
        return rows.stream().sorted().toList();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var rows = connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                var name = rows.getString("TABLE_NAME");
                if (!NOT_MOVED.contains(name) && !name.startsWith("sqlite_")) {
                    tables.add(name);
                }
            }
        }
        return tables;
    }

    private static Map<String, String> columns(Connection connection, String table) throws SQLException {
        var columns = new TreeMap<String, String>();
        try (var rows = connection.getMetaData().getColumns(null, connection.getSchema(), table, "%")) {
            while (rows.next()) {
                columns.put(
                        rows.getString("COLUMN_NAME"),
                        rows.getString("TYPE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }
}
