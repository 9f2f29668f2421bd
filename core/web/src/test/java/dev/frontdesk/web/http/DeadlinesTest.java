package dev.frontdesk.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    @Test
    void aReadThatTakesTooLongEndsAndLeavesNoInterruptBehind() throws Exception {
        try (var deadlines = new Deadlines();
                var server = new ServerSocket(0);
                var silent = new Socket("127.0.0.1", server.getLocalPort())) {
            deadlines.start();
            var outcome = new CompletableFuture<String>();
            Thread.ofVirtual().start(() -> {
                String ended = "";
                try (var limit = deadlines.within(Duration.ofMillis(1))) {
                    try {
                        silent.getInputStream().read();
                    } catch (java.io.IOException e) {
                        ended = "ended, over " + limit.over();
                    }
                }
                outcome.complete(
                        ended + ", interrupted " + Thread.currentThread().isInterrupted());
            });
            assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo("ended, over true, interrupted false");
        }
    }

    @Test
    void whatEndsInTimeIsNotInterrupted() {
        try (var deadlines = new Deadlines()) {
            try (var limit = deadlines.within(Duration.ofHours(1))) {
                assertThat(limit.over()).isFalse();
            }
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }
}
