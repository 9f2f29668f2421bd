package dev.frontdesk.channel.webchat;

import dev.frontdesk.api.channel.HttpReply;
import java.util.HashMap;
import java.util.Map;

/** The answers the widget gets; nobody may keep them, and no browser may take them for anything else. */
final class Replies {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "application/json",
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            "Cross-Origin-Resource-Policy", "same-origin");

    private Replies() {}

    static HttpReply json(Object value) {
        return new HttpReply.Full(200, HEADERS, Json.bytes(value));
    }

    static HttpReply error(int status, String code, String message) {
        return error(status, code, message, Map.of());
    }

    static HttpReply error(int status, String code, String message, Map<String, String> more) {
        var headers = new HashMap<>(HEADERS);
        headers.putAll(more);
        return new HttpReply.Full(status, headers, Json.bytes(Map.of("error", code, "message", message)));
    }
}
