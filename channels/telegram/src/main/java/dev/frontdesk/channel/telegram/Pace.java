package dev.frontdesk.channel.telegram;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * How fast this node may send: to each chat, and altogether. Whoever is too early learns how long to wait, and nobody waits here.
 * Safe for use by many threads.
 */
final class Pace {

    /** So many messages may come to a chat at once, before they are spread evenly. */
    private static final int BURST = 5;

    private static final int GROUP_BURST = 3;

    private static final int MOST_CHATS = 10_000;
    /** The core counts milliseconds. */
    private static final long SHORTEST = 1_000_000;

    /**
     * How long to wait; not at all when the message may go now, and is counted.
     *
     * @param account that the wait is for all chats
     */
    record Wait(Duration time, boolean account) {
        boolean isOver() {
            return time.isZero();
        }
    }

    private static final Wait NONE = new Wait(Duration.ZERO, false);

    /** Each message moves the time at which the next is due; a burst is a debt. In nanoseconds. */
    private final Map<Long, Long> due = new HashMap<>();

    private final InstantSource clock;
    private final long chatGap;
    private final long groupGap;
    private final long accountGap;
    private final long accountBurst;
    private long accountDue = Long.MIN_VALUE;

    Pace(InstantSource clock, int chatPerMinute, int groupPerMinute, int accountPerSecond) {
        this.clock = clock;
        chatGap = 60_000_000_000L / chatPerMinute;
        groupGap = 60_000_000_000L / groupPerMinute;
        accountGap = 1_000_000_000L / accountPerSecond;
        accountBurst = accountGap * (accountPerSecond - 1);
    }

    /** @param many an album is so many messages, and goes as one */
    synchronized Wait send(Place to, int many) {
        long now = now();
        long gap = to.isGroup() ? groupGap : chatGap;
        long chat = Math.max(due.getOrDefault(to.chat(), now), now);
        long account = Math.max(accountDue, now);
        long early = chat - now - gap * ((to.isGroup() ? GROUP_BURST : BURST) - 1);
        long all = account - now - accountBurst;
        if (Math.max(early, all) >= SHORTEST) {
            return new Wait(roundedUp(Math.max(early, all)), all > early);
        }
        due.put(to.chat(), chat + gap * many);
        accountDue = account + accountGap * many;
        forget(now);
        return NONE;
    }

    private long now() {
        var instant = clock.instant();
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }

    private void forget(long now) {
        if (due.size() > MOST_CHATS) {
            due.values().removeIf(next -> next <= now);
        }
    }

    private static Duration roundedUp(long nanos) {
        return Duration.ofMillis((nanos + SHORTEST - 1) / SHORTEST);
    }
}
