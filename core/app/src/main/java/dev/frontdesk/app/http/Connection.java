package dev.frontdesk.app.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** One connection and what was read ahead from it. One call at a time uses it; {@link #abort} may come from any thread. */
final class Connection {
    private static final int CONNECT_MILLIS = 5_000;

    /** What an idle connection takes without waiting for the peer. */
    private static final int WRITTEN_AT_ONCE = 16 * 1024;

    private final InetAddress address;
    private final SocketChannel channel;
    private final Socket socket;
    private final InputStream in;
    private final byte[] ahead = new byte[8 * 1024];
    private int next;
    private int end;
    private Deadline deadline;

    private Connection(InetAddress address, SocketChannel channel, Socket socket, Deadline deadline)
            throws IOException {
        this.address = address;
        this.channel = channel;
        this.socket = socket;
        this.in = socket.getInputStream();
        this.deadline = deadline;
    }

    /** Connects to exactly this address; the name is what a certificate is compared with. */
    static Connection open(Place place, InetAddress address, Supplier<SSLSocketFactory> tls, Deadline deadline)
            throws IOException {
        var channel = SocketChannel.open();
        try {
            var plain = channel.socket();
            plain.connect(new InetSocketAddress(address, place.port()), Math.min(deadline.millis(), CONNECT_MILLIS));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            var socket = place.secure() ? secured(place, channel, tls, deadline) : plain;
            return new Connection(address, channel, socket, deadline);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static SSLSocket secured(
            Place place, SocketChannel channel, Supplier<SSLSocketFactory> tls, Deadline deadline) throws IOException {
        var socket = (SSLSocket) tls.get().createSocket(channel.socket(), place.name(), place.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        if (!Addresses.isLiteral(place.name())) {
            parameters.setServerNames(List.of(new SNIHostName(place.name())));
        }
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(deadline.millis());
        var end = abortAt(deadline, channel);
        try {
            socket.startHandshake();
        } finally {
            end.cancel(false);
        }
        return socket;
    }

    /** The time limit of a socket is one of each read, and writes have none: this one holds whatever happens. */
    private static Future<?> abortAt(Deadline deadline, SocketChannel channel) throws IOException {
        return ForkJoinPool.commonPool().schedule(() -> close(channel), deadline.nanos(), TimeUnit.NANOSECONDS);
    }

    /** Sends a request and reads its answer until the deadline. */
    Reply exchange(byte[] request, boolean toHead, int maxBytes, Deadline until) throws IOException {
        deadline = until;
        if (socket == channel.socket() && request.length <= WRITTEN_AT_ONCE) {
            return write(request, toHead, maxBytes);
        }
        var end = abortAt(until, channel);
        try {
            return write(request, toHead, maxBytes);
        } finally {
            end.cancel(false);
        }
    }

    private Reply write(byte[] request, boolean toHead, int maxBytes) throws IOException {
        try {
            socket.getOutputStream().write(request);
            fill();
        } catch (IOException e) {
            throw deadline.passed() ? e : new NoAnswer(e);
        }
        return new ReplyReader(this).read(toHead, maxBytes);
    }

    /** The connection ended before the first byte of an answer. Whether the request was read, nobody knows. */
    static final class NoAnswer extends IOException {
        private static final long serialVersionUID = 1L;

        private NoAnswer(IOException cause) {
            super("the connection ended without an answer: " + cause.getMessage(), cause);
        }
    }

    private void fill() throws IOException {
        socket.setSoTimeout(deadline.millis());
        int count = in.read(ahead);
        if (count < 0) {
            throw new EOFException("the connection ended");
        }
        next = 0;
        end = count;
    }

    /** One line without its end. */
    String line(int most) throws IOException {
        var begun = new StringBuilder();
        while (true) {
            int feed = next;
            while (feed < end && ahead[feed] != '\n') {
                feed++;
            }
            begun.append(new String(ahead, next, feed - next, StandardCharsets.ISO_8859_1));
            if (begun.length() > most) {
                throw new IOException("a line of the answer is too long");
            } else if (feed < end) {
                next = feed + 1;
                return withoutReturn(begun.toString());
            }
            fill();
        }
    }

    private static String withoutReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** Exactly so many bytes. */
    byte[] bytes(int count) throws IOException {
        var bytes = new byte[count];
        int done = 0;
        while (done < count) {
            if (next == end) {
                fill();
            }
            int part = Math.min(end - next, count - done);
            System.arraycopy(ahead, next, bytes, done, part);
            next += part;
            done += part;
        }
        return bytes;
    }

    /** Some bytes; none at the end of the connection. */
    byte[] some() throws IOException {
        try {
            if (next == end) {
                fill();
            }
            return bytes(end - next);
        } catch (EOFException e) {
            return new byte[0];
        }
    }

    /** Whether the peer has said nothing since the last answer: neither that it closed the connection nor more than was asked. */
    boolean isQuiet() {
        if (next != end) {
            return false;
        }
        try {
            channel.configureBlocking(false);
            int count = channel.read(ByteBuffer.allocate(1));
            channel.configureBlocking(true);
            return count == 0;
        } catch (IOException e) {
            return false;
        }
    }

    InetAddress address() {
        return address;
    }

    Optional<SSLSession> session() {
        return socket instanceof SSLSocket secure ? Optional.of(secure.getSession()) : Optional.empty();
    }

    /** Ends the connection at once, without a farewell that could block. */
    void abort() {
        close(channel);
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // then it is closed
        }
    }
}
