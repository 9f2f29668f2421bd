package dev.frontdesk.testkit.whatsapp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The files that Meta keeps: people's for 7 days, the business's for 30, an address to one for 5 minutes. Safe for use by many threads. */
final class MediaShelf {

    private static final Duration THEIRS = Duration.ofDays(7);
    private static final Duration OURS = Duration.ofDays(30);
    private static final Duration ADDRESS = Duration.ofMinutes(5);

    private record Kept(Ledger.Media media, Instant until) {}

    private final InstantSource clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final Map<String, Instant> addresses = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong(4_490_709_327_384_000L);

    MediaShelf(InstantSource clock) {
        this.clock = clock;
    }

    void restartIds(long last) {
        ids.set(last);
    }

    Ledger.Media put(String mediaType, String name, byte[] bytes, boolean ours) {
        var media = new Ledger.Media(Long.toString(ids.incrementAndGet()), mediaType, name, bytes, clock.instant());
        kept.put(media.id(), new Kept(media, clock.instant().plus(ours ? OURS : THEIRS)));
        return media;
    }

    Optional<Ledger.Media> get(String id) {
        return Optional.ofNullable(kept.get(id))
                .filter(one -> one.until().isAfter(clock.instant()))
                .map(Kept::media);
    }

    void forget(String id) {
        kept.remove(id);
    }

    void clear() {
        kept.clear();
    }

    /** What Meta says of a file, with an address that is good for five minutes. */
    ObjectNode about(Ledger.Media media, String base) {
        var address = media.id() + "-" + ids.incrementAndGet();
        addresses.put(address, clock.instant().plus(ADDRESS));
        return Json.object()
                .put("messaging_product", "whatsapp")
                .put("url", base + "/media-bytes/" + address)
                .put("mime_type", media.mediaType())
                .put("sha256", sha256(media.bytes()))
                .put("file_size", Integer.toString(media.bytes().length))
                .put("id", media.id());
    }

    Optional<Ledger.Media> behind(String address) {
        return Optional.ofNullable(addresses.get(address))
                .filter(until -> until.isAfter(clock.instant()))
                .flatMap(_ -> get(address.substring(0, address.indexOf('-'))));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** The file of a multipart form. */
    Ledger.Media upload(byte[] body, String contentType) throws Refusal {
        var boundary = contentType.substring(contentType.indexOf("boundary=") + "boundary=".length());
        for (var part : new String(body, ISO_8859_1).split("--" + boundary)) {
            int blank = part.indexOf("\r\n\r\n");
            int name = part.indexOf("filename=\"");
            int type = part.indexOf("Content-Type: ");
            if (blank > 0 && name > 0 && name < blank && type > 0 && type < blank) {
                return put(
                        part.substring(type + 14, part.indexOf("\r\n", type)),
                        new String(
                                part.substring(name + 10, part.indexOf('"', name + 10))
                                        .getBytes(ISO_8859_1),
                                UTF_8),
                        part.substring(blank + 4, part.length() - 2).getBytes(ISO_8859_1),
                        true);
            }
        }
        throw new Refusal(400, 100, "Invalid parameter", "Param file must be a file");
    }
}
