package dev.frontdesk.channel.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.testkit.channel.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private final SettableClock clock = new SettableClock();
    private final Buckets buckets = new Buckets(clock, 60);

    @Test
    void a_minutes_worth_may_come_at_once_and_then_one_a_second() {
        for (var number = 0; number < 60; number++) {
            assertThat(buckets.take("ann")).isEmpty();
        }
        assertThat(buckets.take("ann")).contains(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(buckets.take("ann")).isEmpty();
        assertThat(buckets.take("ann")).isPresent();
    }

    @Test
    void a_bucket_never_holds_more_than_a_minutes_worth() {
        clock.advance(Duration.ofDays(1));
        for (var number = 0; number < 60; number++) {
            assertThat(buckets.take("ann")).isEmpty();
        }
        assertThat(buckets.take("ann")).isPresent();
    }

    @Test
    void a_clock_that_is_set_back_takes_nothing_away() {
        buckets.take("ann");
        clock.advance(Duration.ofHours(-1));
        assertThat(buckets.take("ann")).isEmpty();
    }
}
