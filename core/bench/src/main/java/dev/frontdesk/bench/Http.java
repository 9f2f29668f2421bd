package dev.frontdesk.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** As little HTTP/1.1 as a load generator needs, so that it leaves the processors to what it measures. One connection; one thread. */
public final class Http implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final int port;

    public Http(int port) throws IOException {
        this.port = port;
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
        out = socket.getOutputStream();
    }

    /** Gives up a reply that does not come: a process that stands still keeps its connections. */
    public Http within(Duration most) throws IOException {
        socket.setSoTimeout((int) most.toMillis());
        return this;
    }

    /** Posts and answers the status. */
    public int post(String path, Map<String, String> headers, byte[] body) throws IOException {
        return exchange("POST", path, headers, body).status();
    }

    /** @param cookie the pair that the answer sets, or empty */
    public record Reply(int status, byte[] body, String cookie) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    public Reply exchange(String method, String path, Map<String, String> headers, byte[] body) throws IOException {
        var head = new StringBuilder(256)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: 127.0.0.1:")
                .append(port)
                .append("\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        out.write(whole);
        out.flush();
        String status = line(in);
        var cookie = new String[] {""};
        byte[] answer = body(in, pair -> cookie[0] = pair);
        return new Reply(Integer.parseInt(status.substring(9, 12)), answer, cookie[0]);
    }

    /** Reads the headers and the body they announce. */
    static byte[] body(InputStream in) throws IOException {
        return body(in, _ -> {});
    }

    private static byte[] body(InputStream in, Consumer<String> cookie) throws IOException {
        int length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            String name = header.substring(0, colon);
            if (name.equalsIgnoreCase("content-length")) {
                length = Integer.parseInt(header.substring(colon + 1).strip());
            }
            if (name.equalsIgnoreCase("set-cookie")) {
                cookie.accept(header.substring(colon + 1).strip().replaceFirst(";.*", ""));
            }
            chunked |= name.equalsIgnoreCase("transfer-encoding");
        }
        return chunked ? chunks(in) : in.readNBytes(length);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var all = new java.io.ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            all.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return all.toByteArray();
    }

    static String line(InputStream in) throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
