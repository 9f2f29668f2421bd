package dev.frontdesk.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BodyRoomTest {
    private final BodyRoom room = new BodyRoom(1_000 * 1024);

    @Test
    void aBodyThatDoesNotFitIsRefusedUntilAnotherIsDone() {
        int first = room.take(600 * 1024);
        assertThatThrownBy(() -> room.take(600 * 1024)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.retryAfter()).isPositive();
        });
        int second = room.take(400 * 1024);
        room.give(first);
        assertThat(room.take(600 * 1024)).isEqualTo(first);
        assertThat(second).isEqualTo(400);
    }

    @Test
    void smallBodiesAlwaysFit() {
        room.take(1_000 * 1024);
        assertThat(room.take(64 * 1024)).isZero();
    }
}
