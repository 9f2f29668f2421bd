package dev.frontdesk.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.engine.Ids;
import dev.frontdesk.engine.port.Leases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredecessorTest {
    @TempDir
    Path data;

    private final List<String> buried = new ArrayList<>();

    private void process(int node) {
        try (var before = Predecessor.in(data)) {
            starts(before, node);
        }
    }

    private void starts(Predecessor before, int node) {
        var leases = new Remembering();
        before.bury(leases);
        before.succeededBy(leases, new Ids(InstantSource.system(), node));
    }

    @Test
    void theOneWhoWorkedHereBeforeIsBuriedOnceItIsGone() {
        process(3);
        process(4);
        process(5);
        assertThat(buried).containsExactly("token of 3", "token of 4");
    }

    @Test
    void nobodyIsBuriedWhileItLives() {
        try (var living = Predecessor.in(data)) {
            starts(living, 3);
            process(4);
        }
        assertThat(buried).isEmpty();
        process(5);
        assertThat(buried).containsExactly("token of 3");
    }

    @Test
    void aCopyOfALivingOnesFolderBuriesNobody() throws IOException {
        process(3);
        var copy = Files.createDirectory(data.resolve("copy"));
        Files.copy(data.resolve("process.lock"), copy.resolve("process.lock"));
        try (var before = Predecessor.in(copy)) {
            starts(before, 4);
        }
        assertThat(buried).isEmpty();
    }

    private final class Remembering implements Leases {
        @Override
        public String token(int node) {
            return "token of " + node;
        }

        @Override
        public void bury(String token) {
            buried.add(token);
        }

        @Override
        public OptionalLong acquire(String name, int node, Duration term) {
            throw new AssertionError("no lease is needed");
        }

        @Override
        public void release(String name, int node) {
            throw new AssertionError("no lease is needed");
        }

        @Override
        public int joinAsNode(String name, Duration term) {
            throw new AssertionError("others do that");
        }

        @Override
        public boolean beat(int node, Duration term) {
            return true;
        }

        @Override
        public void leave(int node) {}
    }
}
