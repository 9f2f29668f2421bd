package dev.frontdesk.api.channel;

import java.time.Duration;

/** What became of an attempt to fetch a file from a provider. */
public sealed interface Fetched {

    /**
     * All of its bytes were written.
     *
     * @param mediaType as the provider told with the bytes; empty when it told nothing
     */
    record Done(String mediaType) implements Fetched {}

    /** The provider does not have it, or will not give it: never asked again. */
    record Gone(String why) implements Fetched {}

    /** Not now; ask again after this time. What was written so far is thrown away. */
    record Later(Duration after, String why) implements Fetched {}
}
