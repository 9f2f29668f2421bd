package dev.frontdesk.channel.whatsapp;

import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Delivery.Cause;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What a refusal means for a message, by its code and nothing else. See docs/whatsapp.md. */
final class Verdicts {

    /** The account itself is refused: nothing will be sent until somebody acts. */
    private static final Set<Integer> HALTED =
            Set.of(0, 3, 10, 33, 190, 368, 131005, 131031, 131037, 131042, 131045, 133006, 133010);

    /** What this content can never be. */
    private static final Set<Integer> CONTENT =
            Set.of(100, 131008, 131009, 131051, 131052, 131053, 135000, 139000, 139001, 139002, 139003);

    private static final Set<Integer> WINDOW = Set.of(470, 131047);
    private static final Set<Integer> UNREACHABLE = Set.of(Refusal.UNREACHABLE, 131030);

    /** The whole account must wait. */
    private static final Map<Integer, Duration> ACCOUNT = Map.of(
            4, Duration.ofMinutes(5),
            80007, Duration.ofMinutes(5),
            80008, Duration.ofMinutes(5),
            130429, Duration.ofSeconds(2),
            131048, Duration.ofMinutes(15),
            131057, Duration.ofMinutes(1),
            133016, Duration.ofHours(1));

    /** Trouble at Meta that passes. */
    private static final Set<Integer> PASSING = Set.of(1, 2, 131000, 131016, 133004);

    static final int PAIR = 131056;
    static final int SPAM = 131048;

    private static final int OBJECT_MISSING = 33;
    private static final int MOST_DOUBLINGS = 6;

    private Verdicts() {}

    static Delivery of(Refusal refusal, int attempt) {
        int code = refusal.code();
        var why = refusal.why();
        int tries = Math.clamp(attempt - 1, 0, MOST_DOUBLINGS);
        if (code == PAIR) {
            return new Delivery.Later(Duration.ofSeconds(1L << (2 * tries)), false, why);
        }
        if (isHalting(refusal)) {
            return new Delivery.Halted("Meta refuses the account (" + why + ")");
        }
        if (ACCOUNT.containsKey(code)) {
            return new Delivery.Later(ACCOUNT.getOrDefault(code, Duration.ofMinutes(1)), true, why);
        }
        if (PASSING.contains(code) || refusal.passing()) {
            return new Delivery.Later(Duration.ofSeconds(2L << tries), false, why);
        }
        return new Delivery.Rejected(cause(code), why);
    }

    private static Cause cause(int code) {
        if (WINDOW.contains(code)) {
            return Cause.WINDOW_CLOSED;
        }
        if (UNREACHABLE.contains(code)) {
            return Cause.UNREACHABLE;
        }
        return CONTENT.contains(code) || code / 1000 == 132 ? Cause.CONTENT : Cause.OTHER;
    }

    /** A token, a right, a number: 200 to 299 are rights, and 100 with 33 is a number that is not there for us. */
    static boolean isHalting(Refusal refusal) {
        return HALTED.contains(refusal.code())
                || refusal.code() >= 200 && refusal.code() <= 299
                || refusal.code() == 100 && refusal.subcode() == OBJECT_MISSING;
    }
}
