package dev.frontdesk.channel.telegram;

import dev.frontdesk.api.channel.ChannelContext;
import java.util.Optional;

/** Tells the core when the state of the account changes. Safe for use by many threads. */
final class Health {

    private final ChannelContext context;
    private String problem = "";

    Health(ChannelContext context) {
        this.context = context;
    }

    synchronized void trouble(String what) {
        if (!problem.equals(what)) {
            problem = what;
            context.health(Optional.of(what));
        }
    }

    synchronized void well() {
        if (!problem.isEmpty()) {
            problem = "";
            context.health(Optional.empty());
        }
    }
}
