package dev.frontdesk.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.web.live.LiveBatch.LiveEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriberTest {

    @Test
    void aReaderThatFallsTooFarBehindIsToldToFetchAgainAndNeverMissesSilently() throws Exception {
        var subscriber = new Subscriber("anna");
        for (int i = 1; i <= 5000; i++) {
            subscriber.offer(batch(i), "p" + i);
        }
        var first = subscriber.take(1).orElseThrow();
        assertThat(first.events()).extracting(LiveEvent::name).containsExactly("resync");
        int next = Integer.parseInt(first.position().substring(1)) + 1;
        for (int i = next; i <= 5000; i++) {
            assertThat(subscriber.take(1).orElseThrow().position()).isEqualTo("p" + i);
        }
        assertThat(subscriber.take(1)).isEmpty();
    }

    @Test
    void whatIsTakenMakesRoom() throws Exception {
        var subscriber = new Subscriber("anna");
        for (int i = 1; i <= 20_000; i++) {
            subscriber.offer(batch(i), "p" + i);
            assertThat(subscriber.take(1).orElseThrow().position()).isEqualTo("p" + i);
        }
    }

    private static LiveBatch batch(int n) {
        return new LiveBatch(List.of(new LiveEvent("status", "{}", "")), "p" + n);
    }
}
