package dev.frontdesk.api.channel;

import dev.frontdesk.api.ChannelId;
import dev.frontdesk.api.service.HttpGateway;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/** What the core gives to one channel instance, injected through its constructor. Safe for use by many threads. */
public interface ChannelContext {

    /** The channel's key in the configuration. */
    ChannelId id();

    /** Where inbound things go. */
    Intake intake();

    /** What was said to a person on this channel so far; for channels that show the history themselves. */
    History history();

    /** The files of messages. */
    Attachments attachments();

    /** The guarded HTTP client: the only one a channel should use for addresses it did not choose itself. */
    HttpGateway http();

    /**
     * Under which providers reach this channel's endpoints, as in {@code https://desk.example/channels/<id>/}; resolve an endpoint's
     * path against it. Empty when {@code http.public-url} is not set.
     */
    default Optional<URI> publicUrl() {
        return Optional.empty();
    }

    /** The clock of the core; tests move it. */
    InstantSource clock();

    /** Reports what is wrong with the account (shown in health and to operators), or empty once all is well again. */
    void health(Optional<String> problem);
}
