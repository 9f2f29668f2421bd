package dev.frontdesk.api.channel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The answer to an {@link HttpCall}. */
public sealed interface HttpReply {

    /** The headers, by name. */
    Map<String, String> headers();

    /** A whole answer. */
    record Full(int status, Map<String, String> headers, byte[] body) implements HttpReply {}

    /** A stream of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html); 200. */
    record Events(Map<String, String> headers, Writer writer) implements HttpReply {}

    /** Writes a stream; runs on the caller's virtual thread until it returns or the peer is gone. */
    interface Writer {
        /** Ends the stream by returning; is interrupted when Frontdesk stops. */
        void write(EventSink to) throws IOException, InterruptedException;
    }

    /** Where a {@link Writer} writes. */
    interface EventSink {
        /** Sends one event; an empty id or name is left out. Throws when the peer is gone. */
        void send(String id, String name, String data) throws IOException;
    }

    /** An answer without a body. */
    static HttpReply status(int status) {
        return new Full(status, Map.of(), new byte[0]);
    }

    /** A text answer in UTF-8. */
    static HttpReply text(int status, String mediaType, String body) {
        return new Full(
                status, Map.of("Content-Type", mediaType + "; charset=utf-8"), body.getBytes(StandardCharsets.UTF_8));
    }

    /** A JSON answer. */
    static HttpReply json(int status, String body) {
        return new Full(status, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }
}
