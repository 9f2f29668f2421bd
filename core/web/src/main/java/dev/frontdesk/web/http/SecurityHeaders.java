package dev.frontdesk.web.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;

/**
 * What every answer says to browsers. A handler may replace single headers: a chat frame must name who may embed it.
 */
public final class SecurityHeaders {
    /** For everything that is no page: nothing may load, nothing may embed it. */
    private static final String NOTHING =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    /** For the inbox's page. */
    public static final String PAGE =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self';"
                    + " font-src 'self'; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private static final Header POLICY = HeaderValues.createCached("Content-Security-Policy", NOTHING);
    private static final Header NO_SNIFF = HeaderValues.createCached("X-Content-Type-Options", "nosniff");
    private static final Header NO_REFERRER = HeaderValues.createCached("Referrer-Policy", "no-referrer");
    private static final Header OPENER = HeaderValues.createCached("Cross-Origin-Opener-Policy", "same-origin");
    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");
    private static final Header HSTS = HeaderValues.createCached("Strict-Transport-Security", "max-age=31536000");

    private final boolean https;

    public SecurityHeaders(boolean https) {
        this.https = https;
    }

    void apply(ServerResponse to) {
        to.header(POLICY);
        to.header(NO_SNIFF);
        to.header(NO_REFERRER);
        to.header(OPENER);
        to.header(NO_STORE);
        if (https) {
            to.header(HSTS);
        }
    }

    /** For answers given before any route is known. */
    public void apply(io.helidon.http.ServerResponseHeaders to) {
        to.set(POLICY);
        to.set(NO_SNIFF);
        to.set(NO_REFERRER);
        to.set(OPENER);
        to.set(NO_STORE);
        if (https) {
            to.set(HSTS);
        }
    }
}
