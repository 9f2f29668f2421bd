package dev.frontdesk.channel.telegram;

import dev.frontdesk.api.channel.Raw;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalLong;

/**
 * The keys of what comes in. They begin with the bot's id: another bot under the same name counts its messages from one again. Safe
 * for use by many threads.
 */
record Keys(String bot) {

    private static final int LONGEST_ID = 64;

    /** Of a message, theirs or ours. */
    String message(Place place, long id) {
        return bot + ":" + place.counting() + ":" + id;
    }

    /** The provider's number of a message in this place; empty for the message of another place, or for a press. */
    OptionalLong messageIn(Place place, String key) {
        var prefix = bot + ":" + place.counting() + ":";
        // Frontdesk 0.1 kept the number alone.
        var number = key.startsWith(prefix) ? key.substring(prefix.length()) : key;
        boolean digits =
                !number.isEmpty() && number.length() <= 18 && number.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? OptionalLong.of(Long.parseLong(number)) : OptionalLong.empty();
    }

    String press(String id) {
        return bot + ":cb:" + shortened(id);
    }

    /** Of what happened to a message: there may be several, told apart by their bytes. */
    String about(String what, Place place, long message, Raw raw) {
        return bot + ":" + what + ":" + place.counting() + ":" + message + ":" + digest(raw);
    }

    String removed(Place place, long message) {
        return bot + ":removed:" + place.counting() + ":" + message;
    }

    /** Of what has no id of its own. */
    String of(String what, Raw raw) {
        return bot + ":" + what + ":" + digest(raw);
    }

    String album(Place place, String group) {
        return bot + ":" + place.counting() + ":" + shortened(group);
    }

    private static String shortened(String id) {
        return id.length() > LONGEST_ID ? digest(Raw.of(id)) : id;
    }

    /** The same bytes are the same thing. */
    private static String digest(Raw raw) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(raw.bytes());
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
