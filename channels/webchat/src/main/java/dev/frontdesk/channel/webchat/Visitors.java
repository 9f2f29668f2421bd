package dev.frontdesk.channel.webchat;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.channel.HttpCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells who calls. A visitor is whoever holds a random bearer of 256 bits that the widget made; the store knows only its hash,
 * so nobody who reads the store can take a visitor's place. A visitor who is signed in to the site is known by the site's own id
 * for them, if the site has signed it.
 */
final class Visitors {

    private static final String BEARER = "Bearer ";
    private static final int TOKEN_LENGTH = 43;
    private static final int LONGEST_USER = 120;

    private final Optional<Secret> identitySecret;

    Visitors(Optional<Secret> identitySecret) {
        this.identitySecret = identitySecret;
    }

    /** The caller's identity on this channel; empty for one without a good bearer or with a bad signature. */
    Optional<String> identify(HttpCall call) {
        if (call.headerCount("Authorization") != 1) {
            return Optional.empty();
        }
        var bearer = call.header("Authorization")
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()))
                .filter(Visitors::isToken);
        var user = call.header("X-Frontdesk-User");
        return user.isEmpty()
                ? bearer.map(Visitors::hash)
                : bearer.flatMap(_ ->
                        signedIn(user.get(), call.header("X-Frontdesk-Hmac").orElse("")));
    }

    private static boolean isToken(String text) {
        return text.length() == TOKEN_LENGTH
                && text.chars()
                        .allMatch(c -> c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c >= '0' && c <= '9'
                                || c == '-'
                                || c == '_');
    }

    private static String hash(String token) {
        return "v." + Digests.sha256(token.getBytes(StandardCharsets.US_ASCII));
    }

    private Optional<String> signedIn(String encodedUser, String hmac) {
        try {
            var user = URLDecoder.decode(encodedUser, StandardCharsets.UTF_8);
            var fits = !user.isBlank()
                    && user.length() <= LONGEST_USER
                    && user.chars().noneMatch(Character::isISOControl);
            return identitySecret
                    .filter(secret -> fits
                            && MessageDigest.isEqual(
                                    sign(secret, user), HexFormat.of().parseHex(hmac)))
                    .map(_ -> "user:" + user);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static byte[] sign(Secret secret, String user) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(user.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }
}
