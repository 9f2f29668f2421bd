package dev.frontdesk.channel.email;

import java.util.Set;

/** How a connection to a mail server is protected. */
public enum Security {
    /** TLS from the first byte. */
    TLS,
    /** TLS after a greeting; without it the connection is given up. */
    STARTTLS,
    /** Nothing, for a server on this machine only. */
    NONE;

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    /** Passwords and mails do not cross a network unprotected. */
    boolean allows(String host) {
        return this != NONE || HERE.contains(host);
    }
}
