package dev.frontdesk.testkit.channel;

import dev.frontdesk.api.ChannelId;
import dev.frontdesk.api.channel.ChannelContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What the core gives to a channel, without the core: a ledger for an intake, threads in memory, a clock a test moves, an HTTP
 * client that reaches loopback only, and a log of what the channel said about its health. It outlives the channel, as the store
 * outlives a restart. Safe for use by many threads.
 */
public final class FakeChannelContext implements ChannelContext {

    private final ChannelId id;
    private final SettableClock clock = new SettableClock();
    private final FakeIntake intake = new FakeIntake();
    private final FakeHistory history = new FakeHistory(clock);
    private final FakeAttachments attachments = new FakeAttachments();
    private final LoopbackGateway http = new LoopbackGateway();
    private final List<Optional<String>> health = new CopyOnWriteArrayList<>();

    /** The context of a channel with this key. */
    public FakeChannelContext(String id) {
        this.id = new ChannelId(id);
        intake.onStored(history::received);
    }

    @Override
    public ChannelId id() {
        return id;
    }

    @Override
    public FakeIntake intake() {
        return intake;
    }

    @Override
    public FakeHistory history() {
        return history;
    }

    @Override
    public FakeAttachments attachments() {
        return attachments;
    }

    @Override
    public LoopbackGateway http() {
        return http;
    }

    @Override
    public SettableClock clock() {
        return clock;
    }

    @Override
    public void health(Optional<String> problem) {
        health.add(problem);
    }

    /** What the channel reported, in order. */
    public List<Optional<String>> healthLog() {
        return List.copyOf(health);
    }

    /** The problem that stands now. */
    public Optional<String> problem() {
        return health.isEmpty() ? Optional.empty() : health.getLast();
    }
}
