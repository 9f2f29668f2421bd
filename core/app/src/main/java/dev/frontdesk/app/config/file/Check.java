package dev.frontdesk.app.config.file;

import java.time.Duration;

/** Ranges, in words an operator reads. */
final class Check {
    private Check() {}

    static void between(String key, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "'" + key + "' is " + value + " but must be between " + least + " and " + most);
        }
    }

    static void positive(String key, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException("'" + key + "' must be longer than nothing");
        }
    }
}
