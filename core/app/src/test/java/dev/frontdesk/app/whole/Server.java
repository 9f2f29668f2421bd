package dev.frontdesk.app.whole;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program of others that listens on a port of loopback, with all it starts. */
record Server(int port, Process process) implements AutoCloseable {

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Comes back when it listens. */
    static Server start(int port, Path out, String... command) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        await(command[0] + ", which says in " + out)
                .atMost(Duration.ofSeconds(30))
                .until(() -> listens(port));
        return new Server(port, process);
    }

    private static boolean listens(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What it started ends by itself; the script that started that may wait for nobody knows what. */
    @Override
    public void close() {
        var started = process.descendants().toList();
        started.forEach(ProcessHandle::destroy);
        try {
            for (var each : started) {
                each.onExit().get(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            started.forEach(ProcessHandle::destroyForcibly);
        }
        process.destroy();
        process.destroyForcibly();
    }
}
