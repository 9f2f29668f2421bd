package dev.frontdesk.simulator;

import dev.frontdesk.engine.port.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteSimulationTest
        implements SimulationContract,
                ChangesContract,
                FilesContract,
                ReplyWindowContract,
                MergeContract,
                LettersContract,
                WhilePerformingContract {
    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Simulation.sqlite(folder.resolve("test.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public Store store() {
        return store;
    }
}
