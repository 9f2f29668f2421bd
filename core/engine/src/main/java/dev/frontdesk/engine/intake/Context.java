package dev.frontdesk.engine.intake;

import dev.frontdesk.api.ChannelId;
import dev.frontdesk.api.channel.Attachments;
import dev.frontdesk.api.channel.ChannelContext;
import dev.frontdesk.api.channel.History;
import dev.frontdesk.api.channel.Intake;
import dev.frontdesk.api.service.HttpGateway;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one channel is given. Safe for use by many threads. */
public record Context(
        ChannelId id,
        Intake intake,
        History history,
        Attachments attachments,
        HttpGateway http,
        Optional<URI> publicUrl,
        InstantSource clock,
        AtomicReference<String> problem)
        implements ChannelContext {
    private static final Logger log = LoggerFactory.getLogger(Context.class);

    public Context(
            ChannelId id,
            Intake intake,
            History history,
            Attachments attachments,
            HttpGateway http,
            Optional<URI> publicUrl,
            InstantSource clock) {
        this(id, intake, history, attachments, http, publicUrl, clock, new AtomicReference<>(""));
    }

    /** What is wrong with the account, "" when nothing is. */
    public String trouble() {
        return java.util.Objects.requireNonNullElse(problem.get(), "");
    }

    /** An outage is logged once when it begins and once when it ends. */
    @Override
    public void health(Optional<String> now) {
        String before = trouble();
        problem.set(now.orElse(""));
        if (now.isPresent() && before.isEmpty()) {
            log.warn("channel '{}': {}", id, now.get());
        }
        if (now.isEmpty() && !before.isEmpty()) {
            log.info("channel '{}' is well again", id);
        }
    }
}
