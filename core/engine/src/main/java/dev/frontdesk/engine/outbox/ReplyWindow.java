package dev.frontdesk.engine.outbox;

import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.engine.model.Reach;
import java.util.OptionalLong;

/** How long a contact may be answered freely: from their last message on a channel for as long as its provider allows. */
public final class ReplyWindow {
    /** What a message's reason begins with when the window was closed, be it by our clock or the provider's. */
    public static final String CLOSED = "WINDOW_CLOSED";

    private ReplyWindow() {}

    /** Empty: always open. Somebody who never wrote has a window that has always been closed. */
    public static OptionalLong ends(Capabilities channel, Reach reach) {
        return channel.replyWindow().isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        reach.at() == 0
                                ? 1
                                : reach.at() + channel.replyWindow().get().toMillis());
    }

    public static boolean closed(Capabilities channel, Reach reach, long now) {
        var ends = ends(channel, reach);
        return ends.isPresent() && ends.getAsLong() <= now;
    }
}
