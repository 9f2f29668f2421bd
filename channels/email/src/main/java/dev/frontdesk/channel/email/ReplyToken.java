package dev.frontdesk.channel.email;

import dev.frontdesk.api.MessageId;
import dev.frontdesk.api.Secret;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The address replies to a mail of ours go to: {@code support+<message>.<day>.<signature>@acme.example}. It names one of our
 * messages, holds for a year, and is signed for the one address that message went to. In lower case throughout, for some servers
 * fold it. Safe for use by many threads.
 */
final class ReplyToken {
    private static final Duration HOLDS = Duration.ofDays(365);
    private static final int SIGNATURE_BYTES = 15;
    private static final int LONGEST_LOCAL = 64;
    private static final int BASE = 32;

    private final byte[] key;
    private final String channel;

    ReplyToken(Secret secret, String channel) {
        key = secret.reveal().getBytes(StandardCharsets.UTF_8);
        this.channel = channel;
    }

    /**
     * What a token says.
     *
     * @param day until which it holds, counted from 1970
     */
    record Claim(MessageId message, long day, String signature) {}

    /** Our address with the token; as it is where there is no room for one. */
    String address(String ours, MessageId message, String contact, Instant now) {
        long day = now.plus(HOLDS).getEpochSecond() / 86_400;
        int at = ours.lastIndexOf('@');
        String local = ours.substring(0, at) + "+" + Long.toString(message.value(), BASE) + "."
                + Long.toString(day, BASE) + "." + signature(message, day, contact);
        return local.length() > LONGEST_LOCAL ? ours : local + ours.substring(at);
    }

    /** What the token in an address says; nothing of it is believed yet. */
    static Optional<Claim> claim(String address) {
        int at = address.lastIndexOf('@');
        int plus = address.indexOf('+');
        if (plus < 1 || plus > at) {
            return Optional.empty();
        }
        String[] pieces =
                address.substring(plus + 1, at).toLowerCase(Locale.ROOT).split("\\.", -1);
        if (pieces.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Claim(
                    new MessageId(Long.parseLong(pieces[0], BASE)), Long.parseLong(pieces[1], BASE), pieces[2]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether we made it, for this contact, and it still holds. */
    boolean holds(Claim claim, String contact, Instant now) {
        byte[] expected = signature(claim.message(), claim.day(), contact).getBytes(StandardCharsets.US_ASCII);
        byte[] told = claim.signature().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, told) && now.getEpochSecond() / 86_400 <= claim.day();
    }

    /** 120 bits. */
    private String signature(MessageId message, long day, String contact) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String what = channel + "\n" + message.value() + "\n" + day + "\n" + contact;
            byte[] all = mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, Arrays.copyOf(all, SIGNATURE_BYTES)).toString(BASE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
