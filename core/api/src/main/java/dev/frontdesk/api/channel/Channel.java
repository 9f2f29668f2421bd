package dev.frontdesk.api.channel;

import java.io.IOException;
import java.io.OutputStream;
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

    /**
     * Writes a provider's file to the stream. Called by the core's durable job, again and again until it is done, gone or
     * expired; a throw counts as {@link Fetched.Later}. The stream throws once the file is larger than allowed.
     *
     * @throws InterruptedException at the job's deadline
     */
    default Fetched fetch(Content.Remote file, OutputStream into) throws IOException, InterruptedException {
        return new Fetched.Gone("this channel has no files");
    }

    /** The forms that may be sent outside of the {@link Capabilities#replyWindow() reply window}, as last known. Never waits. */
    default List<PresetForm> presets() {
        return List.of();
    }

    /** Shows "typing" where the provider can; best effort. */
    default void typing(Address to) {}

    /** Frees clients and threads within five seconds. Nothing is called afterwards. */
    @Override
    default void close() {}
}
