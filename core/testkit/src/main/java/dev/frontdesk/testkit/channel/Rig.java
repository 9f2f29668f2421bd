package dev.frontdesk.testkit.channel;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Outbound;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A channel between a fake provider and a fake core, with its receiver running. */
final class Rig implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    final FakeProvider provider;
    final FakeChannelContext context = new FakeChannelContext("under-test");
    private Channel channel;
    private @Nullable Thread receiver;
    private long fence;

    Rig(ChannelFixture fixture) {
        provider = fixture.provider();
        channel = provider.open(context);
        startReceiver();
    }

    Channel channel() {
        return channel;
    }

    FakeIntake intake() {
        return context.intake();
    }

    void restart() {
        stop();
        channel = provider.open(context);
        startReceiver();
    }

    /** Lets somebody write, waits until it is acknowledged, and tells where to answer. */
    Address meet(String person) throws InterruptedException {
        var before = intake().messages().size();
        send("hello-" + person, person, "Hello");
        return intake().awaitMessages(before + 1).getLast().from();
    }

    void send(String id, String person, String text) throws InterruptedException {
        settle(id, provider.push(id, person, text));
    }

    /** The final answer: what the provider heard, or for one that is polled, that it was fetched. */
    Answer settle(String id, Answer answer) {
        if (answer != Answer.PENDING) {
            return answer;
        }
        awaitAcknowledged(id);
        return Answer.ACKNOWLEDGED;
    }

    void awaitAcknowledged(String id) {
        Await.until("'" + id + "' to be acknowledged", PATIENCE, () -> provider.acknowledged(id));
    }

    /** Commits a message to the thread and has it sent, as the core does. */
    Delivery deliver(Outbound message) throws InterruptedException {
        context.history().sent(message);
        return channel.deliver(message);
    }

    static String text(Content content) {
        return content.plainText();
    }

    private void startReceiver() {
        channel.receiver().ifPresent(found -> {
            var lease = new FakeLease(++fence);
            receiver = Thread.ofVirtual().name("receiver").start(() -> {
                try {
                    found.run(lease);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                } catch (Exception failure) {
                    throw new IllegalStateException("the receiver died", failure);
                }
            });
        });
    }

    /** Ends the receiver as the core does, then the channel. */
    void stop() {
        var running = receiver;
        if (running != null) {
            running.interrupt();
            Await.until("the receiver to end after its interrupt", Duration.ofSeconds(5), () -> !running.isAlive());
        }
        channel.close();
    }

    @Override
    public void close() {
        intake().recover();
        stop();
        provider.close();
    }
}
