package dev.frontdesk.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The store of one bench run: a file, or a PostgreSQL server of its own with the settings of a default installation. */
interface Database extends AutoCloseable {
    String url();

    String user();

    /** CPU seconds of the database's own processes so far. */
    double cpuSeconds();

    @Override
    void close() throws IOException;

    static Database of(StoreKind kind, Path folder) throws IOException {
        return switch (kind) {
            case SQLITE -> new File(folder.resolve("frontdesk.db"));
            case POSTGRES -> Server.start(folder);
        };
    }

    record File(Path file) implements Database {
        @Override
        public String url() {
            return "jdbc:sqlite:" + file;
        }

        @Override
        public String user() {
            return "";
        }

        @Override
        public double cpuSeconds() {
            return 0;
        }

        @Override
        public void close() {}
    }

    record Server(EmbeddedPostgres postgres, long pid) implements Database {
        static Server start(Path folder) throws IOException {
            Path data = folder.resolve("postgres");
            var postgres = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(true).start();
            long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
            return new Server(postgres, pid);
        }

        @Override
        public String url() {
            return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
        }

        @Override
        public String user() {
            return "postgres";
        }

        @Override
        public double cpuSeconds() {
            return Proc.treeCpuSeconds(pid);
        }

        @Override
        public void close() throws IOException {
            postgres.close();
        }
    }
}
