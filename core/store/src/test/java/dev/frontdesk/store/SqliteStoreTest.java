package dev.frontdesk.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStoreTest implements AllContracts {
    @TempDir
    static Path folder;

    private static SqlStore store;

    @BeforeAll
    static void open() {
        store = Stores.open(StoreSettings.of("jdbc:sqlite:" + folder.resolve("data/frontdesk.db")));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    public SqlStore store() {
        return store;
    }
}
