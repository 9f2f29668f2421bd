package dev.frontdesk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.store.Stores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaceTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"SQLITE, 20", "POSTGRES, 8"})
    void eachContactHasOneConversationAndOneOpenedEventHoweverManyThreadsRace(StoreKind kind, int rounds)
            throws Exception {
        try (var database = Database.of(kind, folder, false);
                var store = Stores.open(Connections.to(database))) {
            assertThat(Race.on(store, rounds)).isEqualTo(new Race.Tally(rounds * 6400L, 0, 0, 0));
        }
    }
}
