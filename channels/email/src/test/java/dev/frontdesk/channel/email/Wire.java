package dev.frontdesk.channel.email;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The network between a mail program and its server, with its faults. */
final class Wire implements AutoCloseable {
    private final ServerSocket listening;
    private final int target;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong cutAfter = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong carried = new AtomicLong();
    private final AtomicInteger looks = new AtomicInteger();
    private volatile boolean frozen;
    private volatile boolean cut;
    private volatile int frozenFrom = Integer.MAX_VALUE;

    Wire(int target) throws IOException {
        this.target = target;
        listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** From now on this connection and later ones carry nothing and stay open: the other side is gone and nobody says so. */
    void freezeFrom(int connection) {
        frozenFrom = connection;
        frozen = true;
    }

    /** How much came from the server. */
    long carried() {
        return carried.get();
    }

    /** How often the folder was looked at. */
    int looks() {
        return looks.get();
    }

    void thaw() {
        frozen = false;
    }

    /** Breaks the connection after so many more bytes from the server, once. */
    void cutAfter(long bytes) {
        cutAfter.set(bytes);
    }

    boolean hasCut() {
        return cut;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket("127.0.0.1", target);
                int number = connections.incrementAndGet();
                open.add(client);
                open.add(server);
                Thread.ofVirtual().start(() -> carry(client, server, number, false));
                Thread.ofVirtual().start(() -> carry(server, client, number, true));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void carry(Socket from, Socket to, int number, boolean down) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var piece = new byte[4096];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                if (frozen && number >= frozenFrom) {
                    continue;
                }
                if (down) {
                    carried.addAndGet(n);
                } else if (new String(piece, 0, n, StandardCharsets.ISO_8859_1).contains(" NOOP")) {
                    looks.incrementAndGet();
                }
                if (down && cutAfter.addAndGet(-n) < 0) {
                    cutAfter.set(Long.MAX_VALUE);
                    cut = true;
                    return;
                }
                out.write(piece, 0, n);
                out.flush();
            }
        } catch (IOException e) {
            // One side went away.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
