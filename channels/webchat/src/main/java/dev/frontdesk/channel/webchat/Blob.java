package dev.frontdesk.channel.webchat;

import dev.frontdesk.api.channel.HttpCall;
import dev.frontdesk.api.channel.HttpReply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A text file, plain and packed. */
final class Blob {

    private final String type;
    private final byte[] plain;
    private final byte[] packed;
    private final String tag;

    Blob(String type, byte[] plain) {
        this.type = type;
        this.plain = plain;
        packed = pack(plain);
        tag = '"' + Digests.sha256(plain).substring(0, 16) + '"';
    }

    /** The file with these headers; 304 for who has it already. */
    HttpReply reply(HttpCall call, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.put("Content-Type", type + "; charset=utf-8");
        all.put("X-Content-Type-Options", "nosniff");
        all.put("Vary", "Accept-Encoding");
        all.put("ETag", tag);
        if (call.header("If-None-Match").filter(known -> known.contains(tag)).isPresent()) {
            return new HttpReply.Full(304, all, new byte[0]);
        }
        if (call.header("Accept-Encoding")
                .filter(taken -> taken.contains("gzip"))
                .isPresent()) {
            all.put("Content-Encoding", "gzip");
            return new HttpReply.Full(200, all, packed);
        }
        return new HttpReply.Full(200, all, plain);
    }

    int packedSize() {
        return packed.length;
    }

    private static byte[] pack(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
