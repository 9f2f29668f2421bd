package dev.frontdesk.api.channel;

import java.util.Set;

/**
 * Something a provider or a browser may call over HTTP. Called from many virtual threads at once. Mostly made from a method:
 * {@code HttpEndpoint.post("in", 64 * 1024, this::receive)}.
 */
public interface HttpEndpoint {

    /** How one call is answered: the part of an endpoint that is code. */
    @FunctionalInterface
    interface Handler {
        /** Answers one call, like {@link HttpEndpoint#handle}. */
        HttpReply handle(HttpCall call) throws Exception;
    }

    /** An endpoint that answers GET and reads no body. */
    static HttpEndpoint get(String path, Handler handler) {
        return of(path, Set.of("GET"), 0, handler);
    }

    /** An endpoint that answers POST and reads at most so many bytes of body. */
    static HttpEndpoint post(String path, int maxBody, Handler handler) {
        return of(path, Set.of("POST"), maxBody, handler);
    }

    /** An endpoint that answers these methods. */
    static HttpEndpoint of(String path, Set<String> methods, int maxBody, Handler handler) {
        return new HandledEndpoint(path, methods, maxBody, handler);
    }

    /** The path below the channel or plugin, without a slash in front; may end in {@code /*}. Empty: the root itself. */
    String path();

    /** The methods it answers; others get 405. */
    Set<String> methods();

    /** The most bytes of body it reads; a longer one gets 413 before it is buffered. */
    int maxBody();

    /** Answers one call. A throw is logged and answered with 500, an {@link Intake.Overloaded} with 503. */
    HttpReply handle(HttpCall call) throws Exception;
}
