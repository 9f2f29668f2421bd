package dev.frontdesk.web.inbox;

import dev.frontdesk.web.http.Exchange;
import dev.frontdesk.web.http.Refusal;

/**
 * Ids as the path carries them: texts of digits. One that cannot be an id finds nothing, like one that is not there.
 */
final class Ids {
    private Ids() {}

    static long ofPath(Exchange exchange) {
        return of(exchange.param("id"));
    }

    static long of(String text) {
        if (text.isEmpty() || text.length() > 19 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Refusal.notFound();
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Refusal.notFound();
        }
    }

    /** A cursor of a thread. */
    static long ord(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Refusal.of(400, "bad-cursor", "'before' must be a cursor of an answer before.");
        }
    }

    static int limit(Exchange exchange) {
        try {
            return Math.clamp(Integer.parseInt(exchange.query("limit").orElse("50")), 1, 100);
        } catch (NumberFormatException e) {
            throw Refusal.of(400, "bad-limit", "'limit' must be a number from 1 to 100.");
        }
    }
}
