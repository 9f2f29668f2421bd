package dev.frontdesk.plugin.http;

import java.util.Set;

/** What to ask a server for. */
public enum Method {
    GET(true),
    POST(false),
    PUT(true),
    PATCH(false),
    DELETE(true);

    /** Those the HTTP client sets itself, and the one that only a secret may fill. */
    static final Set<String> RESERVED_HEADERS = Set.of(
            "Host",
            "Content-Length",
            "Connection",
            "Expect",
            "Upgrade",
            "Transfer-Encoding",
            "Authorization",
            "Idempotency-Key");

    private final boolean idempotent;

    Method(boolean idempotent) {
        this.idempotent = idempotent;
    }

    boolean idempotent() {
        return idempotent;
    }

    boolean takesBody() {
        return this != GET;
    }
}
