package dev.frontdesk.testkit.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;

/**
 * The connections to a server, one by one: only here can a kept one end exactly when the next request comes in on it. Safe for use
 * by many threads.
 */
final class Wires implements AutoCloseable {

    /** Between a client and the server; kept once something was answered on it and nothing asked since. */
    private static final class Wire {
        private final Socket client;
        private final Socket server;
        private volatile boolean kept;

        private Wire(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        private void end() {
            quietly(client);
            quietly(server);
        }

        /** Without a farewell: what the client writes now is answered by a reset. */
        private void cut() {
            try {
                client.setSoLinger(true, 0);
            } catch (IOException gone) {
                // Then it is cut.
            }
            end();
        }

        private static void quietly(Socket socket) {
            try {
                socket.close();
            } catch (IOException gone) {
                // Then it is closed.
            }
        }
    }

    private final ServerSocket door = new ServerSocket();
    private final int behind;
    private final Predicate<String> cuts;
    private final Set<Wire> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param behind the port of the server
     * @param cuts whether a kept connection ends on which a request with this first line comes in
     */
    Wires(int port, int behind, Predicate<String> cuts) throws IOException {
        this.behind = behind;
        this.cuts = cuts;
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
        threads.execute(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Ends the connections on which nothing is asked right now. */
    void endKept() {
        open.stream().filter(wire -> wire.kept).forEach(Wire::end);
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                client.setTcpNoDelay(true);
                var server = new Socket(InetAddress.getLoopbackAddress(), behind);
                server.setTcpNoDelay(true);
                var wire = new Wire(client, server);
                open.add(wire);
                threads.execute(() -> carry(wire, () -> requests(wire)));
                threads.execute(() -> carry(wire, () -> answers(wire)));
            } catch (IOException | RejectedExecutionException closing) {
                // The loop asks whether the door is closed.
            }
        }
    }

    private interface Carrying {
        void carry() throws IOException;
    }

    private void carry(Wire wire, Carrying way) {
        try {
            way.carry();
        } catch (IOException ended) {
            // By one of the two; the other one learns it now.
        } finally {
            wire.end();
            open.remove(wire);
        }
    }

    private void requests(Wire wire) throws IOException {
        var in = wire.client.getInputStream();
        var out = wire.server.getOutputStream();
        var bytes = new byte[16 * 1024];
        for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
            if (wire.kept && cuts.test(firstLine(bytes, count))) {
                wire.cut();
                return;
            }
            wire.kept = false;
            out.write(bytes, 0, count);
        }
    }

    private static String firstLine(byte[] bytes, int count) {
        return new String(bytes, 0, count, ISO_8859_1).lines().findFirst().orElse("");
    }

    private static void answers(Wire wire) throws IOException {
        var in = wire.server.getInputStream();
        var out = wire.client.getOutputStream();
        var bytes = new byte[16 * 1024];
        for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
            wire.kept = true;
            out.write(bytes, 0, count);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException gone) {
            // Then it is closed.
        }
        threads.shutdownNow();
        open.forEach(Wire::end);
    }
}
