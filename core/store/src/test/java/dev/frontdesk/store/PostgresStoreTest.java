package dev.frontdesk.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresStoreTest implements AllContracts {
    private static SqlStore store;

    @BeforeAll
    static void open() {
        store = Stores.open(Server.fresh());
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
