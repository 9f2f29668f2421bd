package dev.frontdesk.channel.whatsapp;

import dev.frontdesk.api.MessageId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What things are called in the core. All keys begin with the number's id: the same WhatsApp id at another number is another
 * message. Ours and theirs are called alike, for a reaction does not say whose message it is about.
 */
record Keys(String number) {

    private static final int LONGEST = 140;
    private static final String OURS = "fd-";

    /** A message, theirs or ours. */
    String message(String wamid) {
        return number + ":" + shortened(wamid);
    }

    /** Something about a message. */
    String about(String what, String wamid) {
        return number + ":" + what + ":" + shortened(wamid);
    }

    /** Something without an id of its own: the same bytes are the same thing. */
    String digested(String what, byte[] bytes) {
        return number + ":" + what + ":" + digest(bytes);
    }

    /** The WhatsApp id of a message by its key; empty when the key is not of this number, or was too long to be kept. */
    Optional<String> wamid(String key) {
        return Optional.of(key)
                .filter(given -> given.startsWith(number + ":"))
                .map(given -> given.substring(number.length() + 1))
                .filter(id -> !id.isEmpty() && !id.startsWith("#"));
    }

    /** What a message carries so that its reports name it. */
    static String callback(MessageId id) {
        return OURS + id.value();
    }

    /** The message whose report it is; empty when somebody else wrote the mark. */
    static Optional<MessageId> called(String callback) {
        var digits = callback.startsWith(OURS) ? callback.substring(OURS.length()) : "";
        return !digits.isEmpty() && digits.length() <= 18 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(new MessageId(Long.parseLong(digits)))
                : Optional.empty();
    }

    private static String shortened(String id) {
        return id.length() > LONGEST ? "#" + digest(id.getBytes(StandardCharsets.UTF_8)) : id;
    }

    private static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes), 0, 16);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
