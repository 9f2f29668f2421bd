package dev.frontdesk.api.channel;

import java.time.Duration;

/** What became of one attempt to send. */
public sealed interface Delivery {

    /** The provider accepted it under this id of its own; empty when it names none. */
    record Sent(String remoteId) implements Delivery {}

    /** Surely not sent; try again after this time. {@code wholeAccount}: nothing else of this channel may be sent until then. */
    record Later(Duration after, boolean wholeAccount, String why) implements Delivery {}

    /** Refused for good; never tried again. */
    record Rejected(Cause cause, String why) implements Delivery {}

    /** The account itself is refused (bad token, blocked): the channel pauses, its outbox is kept, an operator must act. */
    record Halted(String why) implements Delivery {}

    /** It may have been sent. The core waits for a report, then sends once more or gives up, by {@link Capabilities#idempotent()}. */
    record Unknown(String why) implements Delivery {}

    /** Why something was refused for good. */
    enum Cause {
        /** The person cannot be reached; they are marked so. */
        UNREACHABLE,
        /** The reply window is closed. */
        WINDOW_CLOSED,
        /** The provider does not take this content. */
        CONTENT,
        /** Anything else. */
        OTHER
    }
}
