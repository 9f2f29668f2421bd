package dev.frontdesk.store.move;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Lines of JSON, and the SHA-256 of all that were written or read so far. */
final class Lines {
    /** What we wrote ourselves was within limits when it came in. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private Lines() {}

    @FunctionalInterface
    interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    @FunctionalInterface
    interface Reading<T> {
        T from(JsonParser json) throws IOException;
    }

    static final class Writer implements Closeable {
        private final OutputStream to;
        private final MessageDigest digest = sha256();
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Writer(OutputStream to) {
            this.to = to;
        }

        void write(Writing writing) throws IOException {
            line.reset();
            try (var json = FACTORY.createGenerator(line)) {
                writing.to(json);
            }
            line.write('\n');
            line.writeTo(to);
            digest.update(line.toByteArray());
        }

        String sum() {
            return Lines.sum(digest);
        }

        @Override
        public void close() throws IOException {
            to.close();
        }
    }

    static final class Reader implements Closeable {
        private final InputStream from;
        private final MessageDigest digest = sha256();
        private final byte[] piece = new byte[64 * 1024];
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private int at;
        private int end;
        private long read;

        Reader(InputStream from) {
            this.from = from;
        }

        /** The reading is given the parser on the first token. */
        <T> T read(Reading<T> reading) throws IOException {
            var bytes = next();
            digest.update(bytes);
            try (var json = FACTORY.createParser(bytes)) {
                json.nextToken();
                return reading.from(json);
            }
        }

        private byte[] next() throws IOException {
            line.reset();
            while (true) {
                if (at == end && !fill()) {
                    throw new EOFException("it ends too early");
                }
                int start = at;
                while (at < end && piece[at] != '\n') {
                    at++;
                }
                line.write(piece, start, at - start);
                if (at < end) {
                    line.write(piece[at++]);
                    read += line.size();
                    return line.toByteArray();
                }
            }
        }

        private boolean fill() throws IOException {
            at = 0;
            end = Math.max(0, from.read(piece));
            return end > 0;
        }

        /** Bytes so far. */
        long read() {
            return read;
        }

        boolean more() throws IOException {
            return at < end || fill();
        }

        String sum() {
            return Lines.sum(digest);
        }

        @Override
        public void close() throws IOException {
            from.close();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sum(MessageDigest digest) {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
