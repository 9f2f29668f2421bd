package dev.frontdesk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.Value;
import dev.frontdesk.engine.model.ActionRow;
import dev.frontdesk.engine.model.OutboxRow;
import dev.frontdesk.engine.model.Reach;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.engine.port.StoreException;
import dev.frontdesk.engine.port.Transaction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a file does. */
final class SqliteTest {
    @TempDir
    Path folder;

    @Test
    void the_file_and_its_companions_are_their_owners_alone() throws Exception {
        Path file = folder.resolve("deep/data/frontdesk.db");
        try (var store = Stores.open(StoreSettings.of("jdbc:sqlite:" + file));
                var lane = store.writer(0)) {
            Desk.contact(lane);
            try (var files = Files.list(file.getParent())) {
                assertThat(files.toList())
                        .hasSize(4)
                        .allSatisfy(one -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                                .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void what_was_committed_is_there_after_a_restart() {
        var settings = StoreSettings.of("jdbc:sqlite:" + folder.resolve("again.db"));
        long contact;
        try (var store = Stores.open(settings);
                var lane = store.writer(0)) {
            contact = Desk.contact(lane);
        }
        try (var store = Stores.open(settings);
                var lane = store.writer(0)) {
            assertThat(Desk.head(lane, contact).contact()).isEqualTo(contact);
        }
    }

    @Test
    void a_second_process_at_the_same_file_is_refused_and_told_who_is_there() {
        var settings = StoreSettings.of("jdbc:sqlite:" + folder.resolve("one.db"));
        try (var store = Stores.open(settings)) {
            assertThatThrownBy(() -> Stores.open(settings))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("another Frontdesk works on")
                    .hasMessageContaining(
                            "one.db (process " + ProcessHandle.current().pid() + ", since 20")
                    .hasMessageContaining("--data");
            store.ping();
        }
        Stores.open(settings).close();
    }

    @Test
    void what_a_killed_process_had_under_way_is_free_when_the_next_one_starts() {
        var settings = StoreSettings.of("jdbc:sqlite:" + folder.resolve("killed.db"));
        long chat;
        long phone;
        long action;
        try (var store = Stores.open(settings);
                var lane = store.writer(0)) {
            long now = store.databaseTime();
            assertThat(store.leases().joinAsNode("killed", Duration.ofHours(1))).isZero();
            assertThat(store.leases().acquire("receiver:x", 0, Duration.ofHours(1)))
                    .hasValue(1);
            chat = sending(lane, "site", now);
            phone = sending(lane, "phone", now);
            action = acting(lane, now);
        }
        try (var store = Stores.open(settings);
                var lane = store.writer(0)) {
            int node = store.leases().joinAsNode("next", Duration.ofHours(1));
            assertThat(node).isZero();
            assertThat(store.leases().acquire("receiver:x", node, Duration.ofHours(1)))
                    .as("another holder, another fence")
                    .hasValue(2);

            store.due().leftBehind(Set.of("site"), Desk.NOW);

            assertThat(store.due().contactsToSend(Desk.NOW, 10)).containsExactly(chat);
            assertThat(store.due().contactsToSend(Desk.NOW + 3_600_000, 10))
                    .as("a report may still come")
                    .containsExactlyInAnyOrder(chat, phone);
            assertThat(Desk.list(lane, tx -> tx.claimSends(List.of(chat), node, Desk.NOW, Long.MAX_VALUE)))
                    .singleElement()
                    .satisfies(again -> assertThat(again.unsure()).isTrue());
            assertThat(store.due().actions(Desk.NOW, 10)).containsExactly(action);
        }
    }

    /** A contact to whom something is being sent, for an hour yet. */
    private static long sending(Store.Writer lane, String channel, long now) {
        long contact = Desk.contact(lane, new Transaction.Identity(channel, "person-" + Desk.id()));
        var message = Desk.outbound(contact, 1, 1);
        var ready = Desk.outbox(message, 5, 0);
        var row = new OutboxRow(
                ready.id(),
                contact,
                ready.part(),
                5,
                ready.ord(),
                new Reach(channel, "person", ""),
                ready.content(),
                "",
                0,
                0,
                0,
                ready.idempotency(),
                Desk.NOW,
                0,
                true,
                false);
        Desk.apply(lane, changes -> {
            changes.messages.add(message);
            changes.outbox.add(row);
        });
        assertThat(Desk.list(lane, tx -> tx.claimSends(List.of(contact), 0, Desk.NOW, now + 3_600_000)))
                .hasSize(1);
        return contact;
    }

    /** An action that is being performed, for an hour yet. */
    private static long acting(Store.Writer lane, long now) {
        long id = Desk.id();
        var action = new ActionRow(id, 1, 1, 7, 2, "http", Value.of("input"), "run:1:" + id, 5000, 3, 0, Desk.NOW);
        Desk.apply(lane, changes -> changes.actions.add(action));
        assertThat(Desk.list(lane, tx -> tx.claimActions(List.of(id), 0, Desk.NOW, now + 3_600_000)))
                .hasSize(1);
        return id;
    }

    @Test
    void readers_cannot_write_and_do_not_wait_for_the_lane() {
        try (var store = Stores.open(StoreSettings.of("jdbc:sqlite:" + folder.resolve("read.db")));
                var lane = store.writer(0)) {
            assertThatThrownBy(() -> store.database()
                            .read(session ->
                                    session.query("delete from contact").run()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("readonly");
            lane.transact(tx -> {
                tx.create(List.of(Desk.newcomer(Desk.somebody())));
                assertThat(store.inbox().counts("").all()).isZero();
                return true;
            });
        }
    }

    @Test
    void a_file_that_is_no_database_is_refused_with_its_reason() throws Exception {
        Path file = Files.writeString(folder.resolve("letter.db"), "Dear Sir or Madam, ".repeat(100));
        assertThatThrownBy(() -> Stores.open(StoreSettings.of("jdbc:sqlite:" + file)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("not a database");
    }

    @Test
    void a_store_in_memory_is_refused() {
        assertThatThrownBy(() -> StoreSettings.of("jdbc:sqlite::memory:")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StoreSettings.of("jdbc:h2:x")).hasMessageContaining("jdbc:h2:x");
    }
}
