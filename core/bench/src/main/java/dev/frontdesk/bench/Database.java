package dev.frontdesk.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The store of one bench run: a file, or a PostgreSQL server of its own with the settings of a default installation. */
public interface Database extends AutoCloseable {
    String url();

    String user();

    /** CPU seconds of the database's own processes so far. */
    double cpuSeconds();

    /** The statements that took most time since the last call, one a line; nothing where the database does not tell. */
    default List<String> costliest() throws SQLException {
        return List.of();
    }

    @Override
    void close() throws IOException;

    static Database of(StoreKind kind, Path folder, boolean statements) throws IOException {
        return switch (kind) {
            case SQLITE -> new File(folder.resolve("frontdesk.db"));
            case POSTGRES -> Server.start(folder, statements, true);
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
        /** @param ours whether it ends with this process, its data with it */
        public static Server start(Path folder, boolean statements, boolean ours) throws IOException {
            Path data = folder.resolve("postgres");
            var log = ProcessBuilder.Redirect.appendTo(
                    folder.resolve("postgres.log").toFile());
            var postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(ours)
                    .setRegisterShutdownHook(ours)
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_preload_libraries", statements ? "pg_stat_statements" : "")
                    .start();
            long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
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
        public List<String> costliest() throws SQLException {
            var lines = new ArrayList<String>();
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create extension if not exists pg_stat_statements");
                try (var rows = statement.executeQuery("select round(total_exec_time)::bigint, calls, rows, "
                        + "left(regexp_replace(query, '\\s+', ' ', 'g'), 150) from pg_stat_statements "
                        + "order by total_exec_time desc limit 20")) {
                    while (rows.next()) {
                        lines.add("%7d ms %7d calls %8d rows  %s"
                                .formatted(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getString(4)));
                    }
                }
                statement.execute("select pg_stat_statements_reset()");
            }
            return lines;
        }

        @Override
        public void close() throws IOException {
            postgres.close();
        }
    }
}
