package dev.frontdesk.bench.faults;

import dev.frontdesk.bench.Http;
import dev.frontdesk.bench.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One process of the product that may be killed, held still and started again. Belongs to one thread, but for {@link #alive}. */
final class Node {
    private static final Duration START = Duration.ofSeconds(120);

    private final String name;
    private final Path config;
    private final Path data;
    private final int port;
    private volatile @Nullable Process process;
    private Optional<String> armed = Optional.empty();

    Node(String name, Path config, Path data, int port) {
        this.name = name;
        this.config = config;
        this.data = data;
        this.port = port;
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    /** The fault point at which this process will end by itself, as {@code name@count}. */
    Optional<String> armed() {
        return armed;
    }

    /** It is killed from outside instead. */
    void disarm() {
        armed = Optional.empty();
    }

    /** @param point where it is to end by itself, as {@code name@count} */
    void start(Optional<String> point) throws IOException {
        armed = point;
        var command = Product.launched();
        var words = new java.util.ArrayList<>(command);
        words.addAll(List.of("run", "--config", config.toString(), "--data", data.toString()));
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        point.ifPresent(it -> builder.environment().put("FRONTDESK_FAULT_POINT", it));
        process = builder.start();
    }

    /** Waits until it serves; false when it ended first, as one that is armed may. */
    boolean awaitHealthy() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (alive()) {
            if (health() == 200) {
                return true;
            }
            if (System.nanoTime() - begin > START.toNanos()) {
                throw new IOException(name + " is not healthy after " + START.toSeconds() + " s: " + log());
            }
            Thread.sleep(20);
        }
        if (armed.isEmpty()) {
            throw new IOException(name + " ended at its start: " + log());
        }
        return false;
    }

    boolean alive() {
        Process it = process;
        return it != null && it.isAlive();
    }

    /** What {@code /health} answers, 0 for nothing. */
    int health() {
        try (var http = new Http(port).within(Duration.ofSeconds(5))) {
            return http.exchange("GET", "/health", Map.of(), new byte[0]).status();
        } catch (IOException nothing) {
            return 0;
        }
    }

    void kill() {
        process().destroyForcibly().onExit().join();
    }

    /** Asks it to stop and waits; answers how long it took. */
    Duration terminate() throws InterruptedException, IOException {
        long begin = System.nanoTime();
        Process it = process();
        it.destroy();
        if (!it.waitFor(60, TimeUnit.SECONDS)) {
            it.destroyForcibly();
            throw new IOException(name + " did not stop within 60 s of SIGTERM: " + log());
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    void hold() throws IOException {
        signal("STOP");
    }

    void goOn() throws IOException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process().pid()))
                .inheritIO()
                .start()
                .onExit()
                .join();
    }

    private Process process() {
        Process it = process;
        if (it == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return it;
    }

    Path log() {
        return data.resolveSibling(name + ".log");
    }

    /** The lines of its log that speak of errors. */
    List<String> errors() throws IOException {
        try (var lines = Files.lines(log())) {
            return lines.filter(line -> line.contains(" ERROR ")).toList();
        }
    }
}
