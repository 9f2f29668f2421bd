package dev.frontdesk.api.channel;

import java.util.Optional;

/** One call of an {@link HttpEndpoint}. All of it comes from outside and is unchecked. */
public interface HttpCall {

    /** The method in upper case. */
    String method();

    /** What follows the endpoint's own path, decoded, without a slash in front; empty when nothing does. */
    String rest();

    /** The first query parameter of this name. */
    Optional<String> query(String name);

    /** The first header of this name, whatever its case. */
    Optional<String> header(String name);

    /** How many headers of this name there are: a provider's secret must come exactly once. */
    int headerCount(String name);

    /** The exact bytes of the body. */
    byte[] body();

    /** The address of the peer, or the one a trusted proxy named. */
    String remoteAddress();
}
