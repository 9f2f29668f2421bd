package dev.frontdesk.channel.whatsapp;

import dev.frontdesk.api.channel.ChannelContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells the core when the state of the account changes; several things can be wrong at once. Safe for use by many threads. */
final class Health {

    private final ChannelContext context;
    private final Map<String, String> problems = new LinkedHashMap<>();
    private String told = "";

    Health(ChannelContext context) {
        this.context = context;
    }

    synchronized void trouble(String about, String what) {
        problems.put(about, what);
        tell();
    }

    synchronized void well(String about) {
        if (problems.remove(about) != null) {
            tell();
        }
    }

    private void tell() {
        var all = String.join("; ", problems.values());
        if (!told.equals(all)) {
            told = all;
            context.health(Optional.of(all).filter(text -> !text.isEmpty()));
        }
    }
}
