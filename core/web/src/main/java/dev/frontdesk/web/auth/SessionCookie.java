package dev.frontdesk.web.auth;

import dev.frontdesk.web.http.Exchange;
import java.time.Duration;

/**
 * The cookie of a session: bound to this host and to TLS where there is TLS, out of reach of scripts and of other
 * sites' forms.
 */
public final class SessionCookie {
    private final String name;
    private final String attributes;

    public SessionCookie(boolean https) {
        this.name = https ? "__Host-fd" : "fd";
        this.attributes = "; Path=/; HttpOnly; SameSite=Lax" + (https ? "; Secure" : "");
    }

    String read(Exchange exchange) {
        return exchange.cookie(name).orElse("");
    }

    void write(Exchange exchange, String token) {
        exchange.set(
                "Set-Cookie",
                name + "=" + token + attributes + "; Max-Age="
                        + Duration.ofDays(30).toSeconds());
    }

    void clear(Exchange exchange) {
        exchange.set("Set-Cookie", name + "=" + attributes + "; Max-Age=0");
    }
}
