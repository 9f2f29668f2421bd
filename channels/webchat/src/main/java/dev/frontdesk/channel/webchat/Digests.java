package dev.frontdesk.channel.webchat;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/** Hashes in the form used in ids. */
final class Digests {

    private Digests() {}

    /** 43 characters that are safe everywhere. */
    static String sha256(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
