package dev.frontdesk.channel.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.frontdesk.api.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What Meta proves itself with: an HMAC of the very bytes it sends, by the secret of the app. Safe for use by many threads. */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";

    private final Mac prepared;

    Signature(Secret secret) {
        try {
            prepared = Mac.getInstance(ALGORITHM);
            prepared.init(new SecretKeySpec(secret.reveal().getBytes(UTF_8), ALGORITHM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }

    /** In the same time whatever is wrong with it. */
    boolean isOf(byte[] body, String header) {
        var ours = PREFIX + HexFormat.of().formatHex(mac().doFinal(body));
        return MessageDigest.isEqual(ours.getBytes(UTF_8), header.getBytes(UTF_8));
    }

    private Mac mac() {
        try {
            return (Mac) prepared.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the JDK's HMAC can be cloned", impossible);
        }
    }
}
