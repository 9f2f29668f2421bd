package dev.frontdesk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.engine.port.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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
                        .hasSize(3)
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
