package dev.frontdesk.app.log;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Secrets that were configured, to be left out of the log. One per process because there is one log. Safe for use by many threads. */
public final class Secrets {
    private static final int SHORTEST = 6;
    private static final Set<String> ALL = ConcurrentHashMap.newKeySet();

    private Secrets() {}

    /** Shorter ones are not masked: they would black out ordinary words. */
    public static void remember(String secret) {
        if (secret.length() >= SHORTEST) {
            ALL.add(secret);
        }
    }

    public static String mask(String text) {
        var masked = text;
        for (var secret : ALL) {
            masked = masked.replace(secret, "••••");
        }
        return masked;
    }
}
