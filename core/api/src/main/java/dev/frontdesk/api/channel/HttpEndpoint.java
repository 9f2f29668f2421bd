package dev.frontdesk.api.channel;

import java.util.Set;

/** Something a provider or a browser may call over HTTP. Called from many virtual threads at once. */
public interface HttpEndpoint {

    /** The path below the channel or plugin, without a slash in front; may end in {@code /*}. Empty: the root itself. */
    String path();

    /** The methods it answers; others get 405. */
    Set<String> methods();

    /** The most bytes of body it reads; a longer one gets 413 before it is buffered. */
    int maxBody();

    /** Answers one call. A throw is logged and answered with 500, an {@link Intake.Overloaded} with 503. */
    HttpReply handle(HttpCall call) throws Exception;
}
