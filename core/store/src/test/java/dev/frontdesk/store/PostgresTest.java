package dev.frontdesk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.engine.port.EventLog.Entry;
import dev.frontdesk.engine.port.StoreException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What only a database with several writers can do. */
final class PostgresTest {
    private static StoreSettings settings;
    private static SqlStore store;

    @BeforeAll
    static void open() {
        settings = Server.fresh();
        store = Stores.open(settings);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static Connection raw() throws SQLException {
        return DriverManager.getConnection(settings.url());
    }

    @Test
    void a_partition_that_somebody_else_works_on_is_left_out_without_waiting() {
        try (var first = store.writer(0);
                var second = store.writer(1)) {
            first.transact(tx -> {
                assertThat(tx.lockPartitions(List.of(1, 2))).containsExactlyInAnyOrder(1, 2);
                assertThat(Desk.set(second, other -> other.lockPartitions(List.of(1, 2, 3))))
                        .isEqualTo(Set.of(3));
                return true;
            });
            assertThat(Desk.set(second, tx -> tx.lockPartitions(List.of(1, 2, 3))))
                    .hasSize(3);
        }
    }

    @Test
    void a_team_that_somebody_else_matches_is_left_out_without_waiting() {
        store.directory()
                .provision(
                        List.of(new dev.frontdesk.engine.port.Directory.Team(
                                "sales", "Sales", "round-robin", 0, List.of())),
                        List.of());
        try (var first = store.writer(0);
                var second = store.writer(1)) {
            first.transact(tx -> {
                assertThat(tx.lockTeam("sales")).isTrue();
                assertThat(Desk.yes(second, other -> other.lockTeam("sales"))).isFalse();
                return true;
            });
        }
    }

    @Test
    void a_reader_never_passes_what_commits_later() throws SQLException {
        try (var lane = store.writer(0);
                var slow = raw()) {
            String before = store.events().end();
            slow.setAutoCommit(false);
            try (var statement = slow.createStatement()) {
                statement.execute("insert into event (at, contact, conversation, first_ord, last_ord, facts) "
                        + "values (1, 71, 1, 0, 0, '[]')");
            }
            Desk.apply(lane, changes -> changes.facts.add(Desk.fact(72, 1, 0, "later but committed first")));
            assertThat(store.events().after(before, 10)).isEmpty();
            assertThat(store.events().end()).isEqualTo(before);
            slow.commit();
            List<Entry> entries = store.events().after(before, 10);
            assertThat(entries).hasSize(2);
            assertThat(entries.get(1).facts())
                    .extracting(fact -> fact.contact())
                    .containsExactly(72L);
        }
    }

    @Test
    void a_lane_goes_on_after_its_connection_was_cut() throws SQLException {
        try (var lane = store.writer(0);
                var other = raw()) {
            long contact = Desk.contact(lane);
            assertThatThrownBy(() -> lane.transact(tx -> {
                        tx.lock(List.of(contact));
                        cut(other);
                        return tx.load(List.of(contact));
                    }))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.AWAY));
            assertThat(Desk.head(lane, contact).nextSeq()).isEqualTo(1);
        }
    }

    private static void cut(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction' "
                            + "and datname = current_database()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void lanes_commit_synchronously_whatever_the_servers_default_is() throws SQLException {
        try (var connection = store.database().dialect().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("show synchronous_commit")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("on");
        }
    }

    @Test
    void events_of_a_dump_from_another_server_do_not_wait_for_its_transactions() throws SQLException {
        var own = Server.fresh();
        Stores.open(own).close();
        try (var connection = DriverManager.getConnection(own.url());
                var statement = connection.createStatement()) {
            statement.execute("insert into event (pos, at, contact, conversation, first_ord, last_ord, facts) "
                    + "values (99999999998, 1, 71, 1, 0, 0, '[]'), (99999999999, 1, 72, 1, 0, 0, '[]'), "
                    + "(99999999998, 1, 73, 1, 0, 0, '[]'), (99999999999, 1, 74, 1, 0, 0, '[]')");
            statement.execute("insert into channel_cursor (channel, name, value, fence) "
                    + "values ('listener:x.events', 'position', '99999999998.3', 1), ('mail', 'position', '9.9', 1)");
        }
        try (var again = Stores.open(own);
                var lane = again.writer(0)) {
            assertThat(again.events().after("0.0", 10)).hasSize(4);
            assertThat(again.threads().cursor("mail", "position"))
                    .as("another's words")
                    .hasValue("9.9");
            assertThat(again.events().valid("99999999998.3"))
                    .as("pages begin anew")
                    .isFalse();
            Desk.apply(lane, changes -> changes.facts.add(Desk.fact(75, 1, 0, "here")));
            var position =
                    again.threads().cursor("listener:x.events", "position").orElseThrow();
            assertThat(again.events().after(position, 10))
                    .as("all that the listener has not seen, and one that it has")
                    .extracting(entry -> entry.position().replaceFirst(".*\\.", ""))
                    .containsExactly("2", "3", "4", "5");
        }
    }

    @Test
    void a_node_that_starts_leaves_alone_what_others_may_be_sending() {
        try (var lane = store.writer(0)) {
            long contact = Desk.contact(lane);
            Desk.toSend(lane, contact, 5, 1, 0);
            lane.transact(tx -> tx.claimSends(List.of(contact), 1, Desk.NOW, Long.MAX_VALUE));
            store.due().leftBehind(Set.of("site"), Desk.NOW);
            assertThat(store.due().contactsToSend(Long.MAX_VALUE, 10_000)).doesNotContain(contact);
        }
    }

    @Test
    void a_database_of_another_encoding_is_refused() {
        var latin = Server.fresh("encoding 'LATIN1' locale 'C' template template0");
        assertThatThrownBy(() -> Stores.open(latin))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("server_encoding = LATIN1");
    }
}
