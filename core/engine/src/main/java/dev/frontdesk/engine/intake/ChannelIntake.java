package dev.frontdesk.engine.intake;

import dev.frontdesk.api.ChannelId;
import dev.frontdesk.api.channel.Batch;
import dev.frontdesk.api.channel.Intake;
import dev.frontdesk.engine.port.Threads;
import java.util.List;
import java.util.Optional;

/** The intake of one channel. Safe for use by many threads. */
public final class ChannelIntake implements Intake {

    /** Where batches go: to a lane, and back after the commit. */
    public interface Gate {
        List<Accepted> accept(String channel, Batch batch) throws InterruptedException, Overloaded, StaleLease;
    }

    private final ChannelId channel;
    private final Gate gate;
    private final Threads threads;

    public ChannelIntake(ChannelId channel, Gate gate, Threads threads) {
        this.channel = channel;
        this.gate = gate;
        this.threads = threads;
    }

    @Override
    public List<Accepted> accept(Batch batch) throws InterruptedException, Overloaded, StaleLease {
        return batch.items().isEmpty() && batch.cursors().isEmpty() ? List.of() : gate.accept(channel.value(), batch);
    }

    @Override
    public Optional<String> cursor(String key) {
        return threads.cursor(channel.value(), key);
    }
}
