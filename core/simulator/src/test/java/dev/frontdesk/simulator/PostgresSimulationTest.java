package dev.frontdesk.simulator;

import dev.frontdesk.engine.port.Store;
import dev.frontdesk.store.StoreSettings;
import dev.frontdesk.store.Stores;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

final class PostgresSimulationTest
        implements SimulationContract,
                ChangesContract,
                FilesContract,
                ReplyWindowContract,
                MergeContract,
                LettersContract,
                WhilePerformingContract {
    private static EmbeddedPostgres postgres;

    private Store store;

    /** The tables are made once; each test gets a copy of them. */
    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        execute("create database made");
        Stores.open(StoreSettings.of(postgres.getJdbcUrl("postgres", "made"))).close();
    }

    @BeforeEach
    void open() throws SQLException {
        execute("drop database if exists test with (force)");
        execute("create database test template made");
        store = Stores.open(StoreSettings.of(postgres.getJdbcUrl("postgres", "test")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Override
    public Store store() {
        return store;
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
