package dev.frontdesk.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Frontdesk as a process of its own, that may be killed.
 *
 * @param log what it said
 */
record Running(Process process, Path log) implements AutoCloseable {

    static Running start(Premises premises) throws IOException {
        return start(premises, Map.of());
    }

    /** @param environment what it finds besides what the test has */
    static Running start(Premises premises, Map<String, String> environment) throws IOException {
        var log = Files.createTempFile("frontdesk", ".log");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx192m",
                        "-Dguice_custom_class_loading=CHILD",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(entry -> !entry.contains("test-classes"))
                                .collect(Collectors.joining(File.pathSeparator)),
                        "dev.frontdesk.app.Main",
                        "run",
                        "--config",
                        premises.config().toString(),
                        "--data",
                        premises.data().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new Running(builder.start(), log);
    }

    /** As by {@code kill -9}: nothing of it gets to say goodbye. */
    void kill() throws InterruptedException, IOException {
        process.destroyForcibly().waitFor();
        Files.deleteIfExists(log);
    }

    /** As an operator ends it. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(log);
    }
}
