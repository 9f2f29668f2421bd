package dev.frontdesk.bench.faults;

import dev.frontdesk.bench.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server that may be killed and started again on the same data and port. */
final class Postgres implements AutoCloseable {
    private static final Duration MOST = Duration.ofSeconds(60);

    private final String url;
    private final List<String> command;
    private final Path log;
    private long pid;

    private Postgres(Database.Server server, List<String> command, Path log) {
        this.url = server.url();
        this.command = command;
        this.log = log;
        this.pid = server.pid();
    }

    static Postgres start(Path folder) throws IOException {
        var server = Database.Server.start(folder, false, false);
        Path proc = Path.of("/proc/" + server.pid());
        var words = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            words.addAll(List.of("unshare", "-U")); // the server refuses to run as root
        }
        String[] line = Files.readString(proc.resolve("cmdline")).split("\0");
        words.add(proc.resolve("exe").toRealPath().toString());
        words.addAll(List.of(line).subList(1, line.length));
        return new Postgres(server, List.copyOf(words), folder.resolve("postgres.log"));
    }

    String url() {
        return url;
    }

    /** All of it at once, as when the machine goes. */
    void kill() {
        var all = new ArrayList<ProcessHandle>();
        ProcessHandle.of(pid).ifPresent(postmaster -> {
            all.add(postmaster);
            postmaster.descendants().forEach(all::add);
        });
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /** One of the processes that serve a connection; the server then throws all others out and recovers. */
    void killBackend(int number) {
        var backends =
                ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children).toList();
        if (!backends.isEmpty()) {
            backends.get(number % backends.size()).destroyForcibly();
        }
    }

    /** After {@link #kill}. Waits until it answers. */
    void startAgain() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        pid = process.pid();
        awaitAnswer();
    }

    void awaitAnswer() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (true) {
            try (var _ = Evidence.connect(url())) {
                return;
            } catch (java.sql.SQLException notYet) {
                if (System.nanoTime() - begin > MOST.toNanos()) {
                    throw new IOException(
                            "PostgreSQL does not answer within " + MOST.toSeconds() + " s: " + log, notYet);
                }
                Thread.sleep(50);
            }
        }
    }

    @Override
    public void close() {
        kill();
    }
}
