package dev.frontdesk.web.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;

/**
 * How requests are answered that never become an exchange: too long, not HTTP, too many. Never with what the server
 * thought.
 */
public final class ErrorAnswers {
    private ErrorAnswers() {}

    public static DirectHandlers handlers(SecurityHeaders security) {
        var handlers = DirectHandlers.builder();
        DirectHandler plain = (_, _, status, headers, _) -> answer(security, theirs(status), headers);
        for (var type : DirectHandler.EventType.values()) {
            handlers.addHandler(type, plain);
        }
        return handlers.build();
    }

    /**
     * What handlers throw is answered elsewhere: what fails here was cut off or is no HTTP, and no reason to raise an
     * alarm.
     */
    private static Status theirs(Status status) {
        return status.code() == 500 ? Status.BAD_REQUEST_400 : status;
    }

    private static DirectHandler.TransportResponse answer(
            SecurityHeaders security, Status status, ServerResponseHeaders headers) {
        security.apply(headers);
        headers.set(HeaderValues.CONTENT_TYPE_JSON);
        byte[] body = Json.bytes(to -> {
            to.writeStartObject();
            to.writeStringField("error", status.code() == 413 ? "too-large" : "bad-request");
            to.writeStringField("message", "The request cannot be taken as it is.");
            to.writeEndObject();
        });
        return DirectHandler.TransportResponse.builder()
                .status(status)
                .headers(headers)
                .keepAlive(false)
                .entity(body)
                .build();
    }
}
