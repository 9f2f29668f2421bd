package dev.frontdesk.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Lease;
import dev.frontdesk.engine.port.Leases;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ReceiversTest {
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger released = new AtomicInteger();

    private final Leases leases = new Leases() {
        @Override
        public OptionalLong acquire(String name, int node, Duration term) {
            taken.incrementAndGet();
            return OptionalLong.of(1);
        }

        @Override
        public void release(String name, int node) {
            released.incrementAndGet();
        }

        @Override
        public int joinAsNode(String name, Duration term) {
            return 1;
        }

        @Override
        public String token(int node) {
            return "";
        }

        @Override
        public void bury(String token) {}

        @Override
        public boolean beat(int node, Duration term) {
            return true;
        }

        @Override
        public void leave(int node) {}
    };

    @Test
    void the_receiver_of_a_node_that_died_is_taken_over_within_half_a_minute() {
        assertThat(Receivers.TERM.plus(Receivers.PAUSE)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void a_stop_interrupts_the_receiver_and_its_lease_is_given_up_for_good() throws Exception {
        var receivers = new Receivers(leases, 1);
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var held = new AtomicReference<Lease>();
        receivers.keep("mail", lease -> {
            held.set(lease);
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
        });
        begun.await();
        receivers.stop();
        interrupted.await();
        assertThat(released).hasValue(1);
        assertThat(held.get().beat()).as("who was ended has no say any more").isFalse();
        assertThat(taken).as("and does not take the lease again").hasValue(1);
    }
}
