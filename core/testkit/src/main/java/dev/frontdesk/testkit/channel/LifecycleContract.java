package dev.frontdesk.testkit.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How a channel ends, and what it must not say while it lives. */
public interface LifecycleContract extends ChannelFixture {

    /** After {@code close} no thread of the channel is left within five seconds. */
    @Test
    default void close_ends_its_threads() throws Exception {
        // The first life starts what the JDK and the fakes keep for good; the second is the one that is measured.
        live();
        var before = threads();
        live();
        Await.until("all threads of the channel to end", Duration.ofSeconds(5), () -> before.containsAll(threads()));
    }

    /** Closing twice does no harm. */
    @Test
    default void close_may_be_called_twice() {
        try (var rig = new Rig(this)) {
            rig.channel().close();
        }
    }

    /**
     * Tokens and keys appear neither on the console, nor in what the channel reports about its health, nor in its text form. For
     * this to say anything the test's logging writes to the console at DEBUG.
     */
    @Test
    default void secrets_stay_out_of_logs() throws Exception {
        var out = System.out;
        var err = System.err;
        var said = new ByteArrayOutputStream();
        try (var rig = new Rig(this);
                var console = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(console);
            System.setErr(console);
            trouble(rig);
            console.println(rig.channel());
            console.println(rig.context.healthLog());
            assertThat(rig.provider.secrets()).isNotEmpty();
            for (var secret : rig.provider.secrets()) {
                assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain(secret);
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** One of everything that might make a channel talk. */
    private void trouble(Rig rig) throws InterruptedException {
        var ann = rig.meet("ann");
        rig.deliver(Outbounds.to(ann).text("Hello"));
        rig.deliver(Outbounds.to(ann).unheardOf());
        rig.settle(
                "bad",
                rig.provider.pushBytes("bad", HostileBodies.all().getFirst().bytes()));
        if (has(Trait.PUSHED)) {
            rig.provider.forge("forged", "ann", "Let me in");
        }
        if (has(Trait.LIMITED)) {
            rig.provider.limit(true);
            rig.deliver(Outbounds.to(ann).text("Later"));
        }
    }

    private void live() throws InterruptedException {
        try (var rig = new Rig(this)) {
            var ann = rig.meet("ann");
            rig.deliver(Outbounds.to(ann).text("Hello"));
        }
    }

    private Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("ForkJoinPool"))
                .filter(thread -> !thread.getName().startsWith("VirtualThread"))
                .filter(thread -> !thread.getName().startsWith("HttpClient-"))
                .filter(thread -> sharedThreads().stream().noneMatch(thread.getName()::startsWith))
                .collect(Collectors.toSet());
    }
}
