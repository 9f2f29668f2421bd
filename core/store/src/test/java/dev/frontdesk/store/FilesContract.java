package dev.frontdesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.model.Attachment.State;
import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.engine.model.FetchResult;
import dev.frontdesk.engine.port.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is noted of files. Each test has a channel of its own, for what is due is asked by channel. */
interface FilesContract extends StoreContract {
    private static Attachment waiting(String channel, long due, long expires) {
        var file = new Content.Remote(
                "handle", Optional.of(Instant.ofEpochMilli(expires)), "a \"b\".jpg", "image/jpeg", 7);
        return new Attachment(
                Desk.id(),
                Desk.id(),
                0,
                5,
                channel,
                "image",
                "album",
                file,
                "",
                State.WAITING,
                due,
                expires,
                0,
                "",
                Desk.NOW);
    }

    private static void insert(Store.Writer lane, List<Attachment> rows) {
        lane.transact(tx -> {
            tx.insertAttachments(rows);
            return true;
        });
    }

    private static List<Attachment> claim(Store.Writer lane, Attachment row, long now) {
        return Desk.list(lane, tx -> tx.claimFetches(List.of(row.id()), 1, now, Long.MAX_VALUE));
    }

    private static Set<Long> settle(Store.Writer lane, Attachment row, int attempt, State state, Content.File file) {
        return Desk.set(
                lane,
                tx -> tx.settleFetches(List.of(new FetchResult(row.id(), attempt, state, file, "why", Desk.NOW + 9))));
    }

    @Test
    default void what_was_noted_of_a_file_is_read_again() {
        try (var lane = store().writer(0)) {
            var row = waiting("read", Desk.NOW, Desk.NOW + 100);
            insert(lane, List.of(row));
            assertThat(store().inbox().attachments(List.of(row.message()))).containsExactly(row);
            assertThat(store().inbox().attachment(row.id())).contains(row);
            assertThat(store().inbox().attachments(List.of(0L, Desk.id()))).isEmpty();
        }
    }

    @Test
    default void a_file_is_claimed_once_and_only_when_it_is_due() {
        try (var lane = store().writer(0)) {
            var row = waiting("claim", Desk.NOW, Desk.NOW + 100);
            insert(lane, List.of(row));
            assertThat(store().due().fetches("claim", Desk.NOW - 1, 9)).isEmpty();
            assertThat(store().due().fetches("other", Desk.NOW, 9)).isEmpty();
            assertThat(store().due().fetches("claim", Desk.NOW, 9)).containsExactly(row.id());
            assertThat(claim(lane, row, Desk.NOW - 1)).isEmpty();
            assertThat(claim(lane, row, Desk.NOW)).singleElement().satisfies(claimed -> {
                assertThat(claimed.attempt()).isEqualTo(1);
                assertThat(claimed.state()).isEqualTo(State.RUNNING);
            });
            assertThat(claim(lane, row, Desk.NOW)).isEmpty();
            assertThat(store().due().fetches("claim", Desk.NOW, 9)).isEmpty();
        }
    }

    @Test
    default void what_has_expired_is_found_whatever_its_channel() {
        try (var lane = store().writer(0)) {
            var row = waiting("expires", Desk.NOW, Desk.NOW - 900_000);
            insert(lane, List.of(row));
            assertThat(store().due().expiredFetches(Desk.NOW - 900_000, 9)).containsExactly(row.id());
            assertThat(store().due().expiredFetches(Desk.NOW - 900_001, 9)).isEmpty();
            assertThat(claim(lane, row, Desk.NOW)).hasSize(1);
            settle(lane, row, 1, State.GONE, row.file());
        }
    }

    @Test
    default void a_result_counts_for_its_own_attempt_only_and_once() {
        try (var lane = store().writer(0)) {
            var row = waiting("settle", Desk.NOW, Desk.NOW + 100);
            insert(lane, List.of(row));
            claim(lane, row, Desk.NOW);
            var stored = new Content.Stored("ab".repeat(32), "a \"b\".jpg", "image/jpeg", 8);
            assertThat(settle(lane, row, 2, State.STORED, stored)).isEmpty();
            assertThat(settle(lane, row, 1, State.WAITING, row.file())).containsExactly(row.id());
            assertThat(store().due().fetches("settle", Desk.NOW + 8, 9)).isEmpty();
            claim(lane, row, Desk.NOW + 9);
            assertThat(settle(lane, row, 1, State.GONE, row.file())).isEmpty();
            assertThat(settle(lane, row, 2, State.STORED, stored)).containsExactly(row.id());
            assertThat(settle(lane, row, 2, State.GONE, row.file())).isEmpty();
            assertThat(store().inbox().attachment(row.id())).hasValueSatisfying(now -> {
                assertThat(now.file()).isEqualTo(stored);
                assertThat(now.state()).isEqualTo(State.STORED);
            });
            assertThat(store().housekeeping().referred(List.of("ab".repeat(32), "cd".repeat(32))))
                    .containsExactly("ab".repeat(32));
        }
    }

    @Test
    default void what_a_node_left_when_it_died_is_fetched_again_once_its_lease_is_over() {
        try (var lane = store().writer(0)) {
            var row = waiting("lease", Desk.NOW, Desk.NOW + 100);
            insert(lane, List.of(row));
            Desk.list(lane, tx -> tx.claimFetches(List.of(row.id()), 1, Desk.NOW, store().databaseTime() + 60_000));
            store().due().abandonedFetches();
            assertThat(store().due().fetches("lease", Desk.NOW, 9)).isEmpty();
            settle(lane, row, 1, State.WAITING, row.file());
            Desk.list(lane, tx -> tx.claimFetches(List.of(row.id()), 1, Desk.NOW + 9, 1));
            assertThat(store().due().abandonedFetches()).isEqualTo(1);
            assertThat(store().due().fetches("lease", Desk.NOW + 9, 9)).containsExactly(row.id());
        }
    }

    @Test
    default void uploads_are_forgotten_after_a_while() {
        try (var lane = store().writer(0)) {
            var stored = new Content.Stored("ef".repeat(32), "a", "", 1);
            var row = new Attachment(
                    Desk.id(), 0, 0, 0, "", "document", "", stored, "ann", State.STORED, 0, 0, 0, "", Desk.NOW);
            insert(lane, List.of(row));
            store().housekeeping().forgetUploads(Desk.NOW);
            assertThat(store().inbox().attachment(row.id())).contains(row);
            store().housekeeping().forgetUploads(Desk.NOW + 1);
            assertThat(store().inbox().attachment(row.id())).isEmpty();
        }
    }

    @Test
    default void a_batch_of_200_files_takes_the_statements_of_one_and_no_files_take_none() {
        try (var lane = store().writer(0)) {
            long one = statements(lane, 1);
            assertThat(statements(lane, 200)).isEqualTo(one);
            assertThat(statements(lane, 0)).isZero();
        }
    }

    private long statements(Store.Writer lane, int size) {
        var rows = IntStream.range(0, size)
                .mapToObj(_ -> waiting("many", Desk.NOW, Desk.NOW + 100))
                .toList();
        var ids = rows.stream().map(Attachment::id).toList();
        long before = store().traffic().statements();
        insert(lane, rows);
        Desk.list(lane, tx -> tx.claimFetches(ids, 1, Desk.NOW, Long.MAX_VALUE));
        Desk.set(
                lane,
                tx -> tx.settleFetches(rows.stream()
                        .map(row -> new FetchResult(row.id(), 1, State.GONE, row.file(), "", 0))
                        .toList()));
        return store().traffic().statements() - before;
    }
}
