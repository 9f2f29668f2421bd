package dev.frontdesk.channel.email.mime;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A stretch of bytes that is not copied. Nobody changes the array. */
public record Slice(byte[] bytes, int from, int to) {

    /** Refuses a stretch that is not inside the array. */
    public Slice {
        if (from < 0 || from > to || to > bytes.length) {
            throw new IllegalArgumentException("no stretch " + from + " to " + to + " of " + bytes.length + " bytes");
        }
    }

    /** All of them. */
    public static Slice of(byte[] bytes) {
        return new Slice(bytes, 0, bytes.length);
    }

    /** How many bytes. */
    public int size() {
        return to - from;
    }

    /** The first bytes, at most so many. */
    public Slice first(int most) {
        return size() <= most ? this : new Slice(bytes, from, from + most);
    }

    /** A copy. */
    public byte[] copy() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** To be read as a stream. */
    public InputStream stream() {
        return new ByteArrayInputStream(bytes, from, size());
    }

    /** As text. */
    public String text(Charset charset) {
        return new String(bytes, from, size(), charset);
    }

    /** One character per byte, which loses nothing. */
    public String latin1() {
        return text(StandardCharsets.ISO_8859_1);
    }

    /** Only where it lies, for the bytes may hold anything. */
    @Override
    public String toString() {
        return size() + " bytes from " + from;
    }
}
