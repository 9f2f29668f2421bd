package dev.frontdesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real process, started as an operator starts it: the launcher's flags, a configuration folder, a data folder. */
public final class Product implements AutoCloseable {
    private static final Duration MOST = Duration.ofSeconds(60);

    private final Process process;
    private final int port;
    private final Path log;
    private final long startMillis;

    private Product(Process process, int port, Path log, long startMillis) {
        this.process = process;
        this.port = port;
        this.log = log;
        this.startMillis = startMillis;
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** What comes before the arguments of {@code frontdesk}. */
    public interface Command {
        List<String> words();
    }

    public static List<String> launched() {
        return List.of(home().resolve("frontdesk").toString());
    }

    static Product start(Path config, Path data, int port) throws IOException, InterruptedException {
        return start(Product::launched, config, data, port);
    }

    /** Starts it and waits until {@code /health} answers 200. */
    public static Product start(Command command, Path config, Path data, int port)
            throws IOException, InterruptedException {
        Path log = data.resolveSibling("product.log");
        var words = new ArrayList<>(command.words());
        words.addAll(List.of("run", "--config", config.toString(), "--data", data.toString()));
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        while (true) {
            if (!process.isAlive()) {
                throw new IOException("the product ended with " + process.exitValue() + ":\n" + Files.readString(log));
            }
            if (healthy(port)) {
                return new Product(process, port, log, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
            }
            if (System.nanoTime() - begin > MOST.toNanos()) {
                process.destroyForcibly();
                throw new IOException(
                        "the product is not healthy after " + MOST.toSeconds() + " s:\n" + Files.readString(log));
            }
            Thread.sleep(5);
        }
    }

    private static boolean healthy(int port) {
        try (var http = new Http(port)) {
            return http.exchange("GET", "/health", Map.of(), new byte[0]).status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The launcher names the project's folder; without it we stand in it. */
    static Path home() {
        return Path.of(System.getenv().getOrDefault("FRONTDESK_HOME", "."))
                .toAbsolutePath()
                .normalize();
    }

    int port() {
        return port;
    }

    long startMillis() {
        return startMillis;
    }

    /** The launcher replaces itself by Java, so its process is the product. */
    long pid() {
        return process.pid();
    }

    double cpuSeconds() {
        return Proc.treeCpuSeconds(pid());
    }

    long peakMiB() {
        return Proc.peakMiB(pid());
    }

    /** A figure of {@code /metrics}, summed over its labels. */
    public double metric(String name) {
        try (var http = new Http(port)) {
            return http.exchange("GET", "/metrics", Map.of(), new byte[0])
                    .text()
                    .lines()
                    .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(25, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the product did not stop within 25 s of SIGTERM");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
