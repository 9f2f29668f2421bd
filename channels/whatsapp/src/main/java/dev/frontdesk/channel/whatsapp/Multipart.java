package dev.frontdesk.channel.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** A form with a file, as browsers send it. */
record Multipart(String boundary, byte[] bytes) {

    private static final int LONGEST_NAME = 100;

    /** @param name hearsay: what could end a header is taken out */
    static Multipart of(String name, String mediaType, byte[] file) {
        byte[] random = new byte[16];
        ThreadLocalRandom.current().nextBytes(random);
        var boundary = "frontdesk-" + HexFormat.of().formatHex(random);
        var out = new ByteArrayOutputStream(file.length + 1024);
        field(out, boundary, "messaging_product", "whatsapp");
        field(out, boundary, "type", mediaType);
        out.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + safe(name)
                        + "\"\r\nContent-Type: " + mediaType + "\r\n\r\n")
                .getBytes(UTF_8));
        out.writeBytes(file);
        out.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
        return new Multipart(boundary, out.toByteArray());
    }

    private static void field(ByteArrayOutputStream out, String boundary, String name, String value) {
        out.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(UTF_8));
    }

    /** A name without a path, quotes, line ends; a name there must be. */
    static String safe(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = new StringBuilder();
        last.codePoints()
                .filter(c -> !Character.isISOControl(c) && c != '"' && c != '%' && c != ';' && c != '=')
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .limit(LONGEST_NAME)
                .forEach(clean::appendCodePoint);
        return clean.toString().isBlank() || clean.toString().replace(".", "").isBlank() ? "file" : clean.toString();
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }
}
