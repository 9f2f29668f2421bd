package dev.frontdesk.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** {@code frontdesk demo} as a process of its own, with the shipped configuration and a data folder that begins empty. */
final class Product implements AutoCloseable {
    private static final Pattern READY =
            Pattern.compile("Frontdesk is ready\\..*?(http\\S+/demo).*?(http\\S+/welcome#\\S+)");
    private static final Pattern LINK = Pattern.compile("http\\S+/welcome#\\S+");

    private final Path data;
    private final Process process;
    private final List<String> said = new CopyOnWriteArrayList<>();

    Product(Path data) throws IOException {
        this.data = data;
        process = java(List.of("demo", "--port", freePort(), "--data", data.toString()))
                .start();
        Thread.ofVirtual().start(this::listen);
        Awaitility.await("the line that says it is ready")
                .atMost(2, TimeUnit.MINUTES)
                .until(() -> !process.isAlive()
                        || said.stream().anyMatch(line -> READY.matcher(line).find()));
        assertThat(process.isAlive())
                .as("Frontdesk runs; it said:%n%s", output())
                .isTrue();
    }

    private static String freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    private void listen() {
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
            }
        } catch (IOException e) {
            said.add("(the process ended: " + e.getMessage() + ")");
        }
    }

    private static ProcessBuilder java(List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-Dguice_custom_class_loading=CHILD",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(),
                "dev.frontdesk.app.Main"));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The page of the made-up shop. */
    String demoPage() {
        return ready(1);
    }

    /** The address that signs in the demo's agent, once. */
    String oneTimeLink() {
        return ready(2);
    }

    private String ready(int group) {
        var match = READY.matcher(said.stream()
                .filter(line -> READY.matcher(line).find())
                .findFirst()
                .orElseThrow());
        assertThat(match.find()).isTrue();
        return match.group(group);
    }

    /** The address of the inbox. */
    String inbox() {
        return oneTimeLink().replaceFirst("/welcome#.*", "/");
    }

    /** A one-time link for an agent, as the operator makes it on the command line while Frontdesk runs. */
    String linkFor(String agent, String... options) throws IOException, InterruptedException {
        var arguments = Stream.concat(
                Stream.of(
                        "agent",
                        "add",
                        agent,
                        "--data",
                        data.toString(),
                        "--config",
                        data.resolve("config").toString()),
                Stream.of(options));
        var answer = java(arguments.toList()).start();
        var output = answer.inputReader().lines().collect(Collectors.joining("\n"));
        assertThat(answer.waitFor()).as(output).isZero();
        var link = LINK.matcher(output);
        assertThat(link.find()).as("a one-time link in: %s", output).isTrue();
        return link.group();
    }

    String output() {
        return String.join("\n", said);
    }

    /** What the log holds that an operator would have to look at. */
    List<String> warnings() {
        return said.stream()
                .filter(line -> line.matches("\\S+ \\S+ (WARN|ERROR) .*"))
                .toList();
    }

    /** Ends as an operator ends it; true when it went in good time and without complaint. */
    boolean stop() {
        process.destroy();
        try {
            return process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        if (!stop()) {
            process.destroyForcibly();
            throw new UncheckedIOException(new IOException("Frontdesk did not stop:\n" + output()));
        }
    }
}
