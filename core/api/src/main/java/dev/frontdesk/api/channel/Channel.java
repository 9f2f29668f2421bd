package dev.frontdesk.api.channel;

import java.util.List;
import java.util.Optional;

/**
 * One configured account at a provider: sends messages, and receives them through {@link #endpoints() endpoints} or a
 * {@link #receiver() receiver} that hand them to {@link Intake}. All methods are called from many virtual threads at once.
 */
public interface Channel extends AutoCloseable {

    /** What the provider can show. Asked once after construction; the core downgrades content to it before {@link #deliver}. */
    Capabilities capabilities();

    /**
     * Sends one message with one provider call. Expected trouble is a value; a throw counts as {@link Delivery.Unknown}.
     *
     * @throws InterruptedException at the message's deadline; counts as {@link Delivery.Unknown}
     */
    Delivery deliver(Outbound message) throws InterruptedException;

    /** What polls the provider, for a channel that polls. It runs only on the node that holds the channel's lease. */
    default Optional<Receiver> receiver() {
        return Optional.empty();
    }

    /** What the provider or a browser may call, on every node under {@code /channels/<id>/<path>}. */
    default List<HttpEndpoint> endpoints() {
        return List.of();
    }

    /** Shows "typing" where the provider can; best effort. */
    default void typing(Address to) {}

    /** Frees clients and threads within five seconds. Nothing is called afterwards. */
    @Override
    default void close() {}
}
