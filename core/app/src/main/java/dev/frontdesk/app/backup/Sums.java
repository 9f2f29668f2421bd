package dev.frontdesk.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code SHA256SUMS} of a backup, which {@code sha256sum -c} reads, too: a line about the backup, then one for each file. */
record Sums(String about, Map<String, String> files) {
    static final String NAME = "SHA256SUMS";

    private static final String MARK = "# Frontdesk backup, format ";
    private static final String FORMAT = "1";

    static Sums of(String about) {
        return new Sums(MARK + FORMAT + ", " + about, new LinkedHashMap<>());
    }

    byte[] bytes() {
        var text = new StringBuilder(about).append('\n');
        files.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Sums read(byte[] bytes) throws IOException {
        var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty() || !lines.getFirst().startsWith(MARK)) {
            throw new IOException("it is no backup of Frontdesk");
        }
        var about = lines.getFirst();
        if (!about.startsWith(MARK + FORMAT + ",")) {
            throw new IOException("a newer Frontdesk has made it; update this one first (" + about.substring(2) + ")");
        }
        var sums = new Sums(about, new LinkedHashMap<>());
        for (var line : lines.subList(1, lines.size())) {
            var parts = line.split("  ", 2);
            if (parts.length != 2) {
                throw new IOException("its list of files is damaged");
            }
            sums.files.put(parts[1], parts[0]);
        }
        return sums;
    }

    /** Copies and answers the SHA-256 of what was copied. */
    static String copy(InputStream from, OutputStream to, Copied copied) throws IOException {
        var out = new DigestOutputStream(to, sha256());
        var piece = new byte[1 << 16];
        for (int n = from.read(piece); n > 0; n = from.read(piece)) {
            out.write(piece, 0, n);
            copied.more(n);
        }
        out.flush();
        return HexFormat.of().formatHex(out.getMessageDigest().digest());
    }

    @FunctionalInterface
    interface Copied {
        void more(int bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
