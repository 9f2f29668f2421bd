package dev.frontdesk.channel.email.mime;

import java.util.List;
import java.util.stream.Stream;

/**
 * One part of a mail: the mail itself, or what lies in it.
 *
 * @param kind how it is made
 * @param headers its own
 * @param type as its headers declare it, or what goes without saying where it lies
 * @param preamble of a {@link Kind#MULTIPART}: what stands before the first part; else empty
 * @param body all behind its headers, still encoded
 * @param parts of a {@link Kind#MULTIPART}; the one mail of a {@link Kind#MESSAGE}
 */
public record Part(Kind kind, Headers headers, MediaType type, Slice preamble, Slice body, List<Part> parts) {

    /** How a part is made. */
    public enum Kind {
        /** A text or a file. */
        LEAF,
        /** Parts between boundaries. */
        MULTIPART,
        /** A whole mail. */
        MESSAGE
    }

    /** Copies the parts. */
    public Part {
        parts = List.copyOf(parts);
    }

    static Part leaf(Headers headers, MediaType type, Slice body) {
        return new Part(Kind.LEAF, headers, type, new Slice(body.bytes(), body.from(), body.from()), body, List.of());
    }

    /** The body without its transfer encoding. */
    public byte[] decoded() {
        return encoding().decode(body);
    }

    /**
     * The beginning of the body as text, by the character set it declares, repaired where it is another.
     *
     * @param most bytes of the body, still encoded
     */
    public String text(int most) {
        return CharacterSets.decode(
                encoding().decode(body.first(most)), type.parameter("charset").orElse(""));
    }

    /** How the body is encoded. */
    public TransferEncoding encoding() {
        return headers.first("Content-Transfer-Encoding")
                .flatMap(TransferEncoding::named)
                .orElse(TransferEncoding.NONE);
    }

    /** {@code attachment}, {@code inline} or whatever it says of how it wants to be shown. */
    public MediaType disposition() {
        return MediaType.disposition(headers.first("Content-Disposition").orElse(""));
    }

    /** This part and all in it, in their order. */
    public Stream<Part> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(Part::all));
    }
}
