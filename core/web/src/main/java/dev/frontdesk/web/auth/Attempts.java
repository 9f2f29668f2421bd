package dev.frontdesk.web.auth;

import dev.frontdesk.web.http.Refusal;
import java.time.InstantSource;
import java.util.Locale;

/** Throttles sign-in by account and by address, so that neither many guesses at one nor one guess at many gets far. */
public final class Attempts {
    private final Throttle byAgent;
    private final Throttle byAddress;

    public Attempts(InstantSource clock) {
        this.byAgent = new Throttle(clock, 5, 60);
        this.byAddress = new Throttle(clock, 20, 15 * 60);
    }

    /** Counts an attempt, or refuses it. */
    void begin(String agent, String address) {
        long wait = byAddress.attempt(network(address));
        if (wait == 0 && !agent.isEmpty()) {
            wait = byAgent.attempt(agent.toLowerCase(Locale.ROOT));
        }
        if (wait > 0) {
            throw Refusal.later(429, "too-many-attempts", "Too many attempts. Try again in " + wait + " s.", wait);
        }
    }

    void succeeded(String agent, String address) {
        byAgent.forget(agent.toLowerCase(Locale.ROOT));
        byAddress.forgive(network(address));
    }

    /** Whoever has one IPv6 address has 2^64 of them. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        var groups = address.split(":", -1);
        return String.join(":", java.util.Arrays.copyOf(groups, Math.min(4, groups.length)));
    }
}
