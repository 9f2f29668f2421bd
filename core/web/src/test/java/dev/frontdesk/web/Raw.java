package dev.frontdesk.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Bytes as an attacker writes them. */
final class Raw implements AutoCloseable {
    final Socket socket;

    Raw(Site site) throws IOException {
        socket = new Socket("127.0.0.1", site.web.port());
        socket.setSoTimeout(20_000);
    }

    Raw write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** All until the server ends the connection. */
    String all() throws IOException {
        var out = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(out);
        } catch (java.net.SocketException e) {
            out.write("[reset]".getBytes(StandardCharsets.ISO_8859_1));
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    static String exchange(Site site, String text) throws IOException {
        try (var raw = new Raw(site)) {
            return raw.write(text).all();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
