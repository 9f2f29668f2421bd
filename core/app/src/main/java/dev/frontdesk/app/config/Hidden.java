package dev.frontdesk.app.config;

import dev.frontdesk.api.Secret;
import dev.frontdesk.app.log.Secrets;

/** A secret that also tells the log what to leave out. */
final class Hidden implements Secret {
    static final String MASK = "••••";
    private final String value;

    Hidden(String value) {
        this.value = value;
        Secrets.remember(value);
    }

    @Override
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return MASK;
    }
}
