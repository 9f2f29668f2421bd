package dev.frontdesk.engine.conversation;

import dev.frontdesk.engine.Settings;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Handler;
import dev.frontdesk.engine.model.Reach;
import dev.frontdesk.engine.outbox.ReplyWindow;
import dev.frontdesk.engine.port.Surroundings;

/**
 * When to look at an open conversation again: it may be idle, or its reply window about to close. An alarm that is set stays: when it
 * rings, it is set to what is due by then. To move it with each message would cost index writes.
 */
final class Alarm {
    private final Settings settings;
    private final Surroundings surroundings;

    Alarm(Settings settings, Surroundings surroundings) {
        this.settings = settings;
        this.surroundings = surroundings;
    }

    /** For a conversation that opens. */
    long first(Reach reach, long now) {
        return earlier(idle(now), warning(reach));
    }

    /** After a message; another channel has another window, so then the alarm may have to come earlier. */
    long after(Conversation.Activity before, Reach old, Reach reach, long now) {
        long warning = before.windowTold() ? 0 : warning(reach);
        if (before.wakeAt() == 0) {
            return earlier(idle(now), warning);
        }
        return old.channel().equals(reach.channel()) ? before.wakeAt() : earlier(before.wakeAt(), warning);
    }

    /** When it is to be closed because nobody wrote; 0 for never. */
    long idleDue(Conversation open, long now) {
        if (settings.idleClose().isZero()) {
            return 0;
        }
        long due = open.activity().lastAt() + settings.idleClose().toMillis();
        boolean exempt = open.handling().handler() instanceof Handler.Queue && !settings.idleCloseQueued();
        return exempt && due <= now ? now + settings.idleClose().toMillis() / 4 : due;
    }

    /** When people are to be warned that the window closes; 0 for never. */
    long warningDue(Conversation open) {
        return open.activity().windowTold() ? 0 : warning(open.reach());
    }

    private long idle(long now) {
        return settings.idleClose().isZero() ? 0 : now + settings.idleClose().toMillis();
    }

    private long warning(Reach reach) {
        var ends = ReplyWindow.ends(surroundings.capabilities(reach.channel()), reach);
        return ends.isPresent() && reach.at() > 0
                ? Math.max(1, ends.getAsLong() - settings.windowFirst().toMillis())
                : 0;
    }

    static long earlier(long one, long other) {
        return one == 0 || other != 0 && other < one ? other : one;
    }
}
