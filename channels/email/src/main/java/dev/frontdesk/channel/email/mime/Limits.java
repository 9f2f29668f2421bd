package dev.frontdesk.channel.email.mime;

/**
 * How much of one mail is read. They hold before anything is parsed: what is beyond them costs no more than passing over it.
 *
 * @param size bytes of the mail; of a bigger one only the headers and the first {@code excerpt} bytes are read
 * @param depth of parts within parts; what lies deeper is one file
 * @param parts of all depths; what follows is passed over
 * @param headerBytes of one header block; the rest of the block is passed over
 * @param addresses of one header field
 * @param text characters of a body that is shown
 * @param excerpt bytes that stand for the text where nothing better can be had
 */
public record Limits(int size, int depth, int parts, int headerBytes, int addresses, int text, int excerpt) {

    /** 25 MB, 20 deep, 500 parts, 256 KB of headers, 1,000 addresses, a million characters of text. */
    public static Limits standard() {
        return new Limits(25 << 20, 20, 500, 256 << 10, 1_000, 1 << 20, 64 << 10);
    }
}
