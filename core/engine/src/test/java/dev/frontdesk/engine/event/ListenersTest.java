package dev.frontdesk.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.History;
import dev.frontdesk.api.channel.Lease;
import dev.frontdesk.api.event.EventListener;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.port.EventLog;
import dev.frontdesk.engine.port.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListenersTest {
    private final List<EventLog.Entry> entries = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private @Nullable String saved;
    private int beats;

    private final EventLog log = new EventLog() {
        @Override
        public String end() {
            return Integer.toString(entries.size());
        }

        @Override
        public List<Entry> after(String position, int limit) {
            return List.copyOf(entries.subList(Integer.parseInt(position), entries.size()));
        }

        @Override
        public boolean valid(String position) {
            return true;
        }

        @Override
        public List<Fact> of(long contact, long fromOrd, long toOrd) {
            return List.of();
        }
    };

    private final Threads threads = new Threads() {
        @Override
        public List<History.Line> after(String channel, String identity, long afterOrd, int limit) {
            return List.of();
        }

        @Override
        public Optional<Long> contact(String channel, String identity) {
            return Optional.empty();
        }

        @Override
        public Optional<String> cursor(String channel, String key) {
            return Optional.ofNullable(saved);
        }
    };

    private final Lease once = new Lease() {
        @Override
        public boolean beat() {
            return beats++ % 2 == 0;
        }

        @Override
        public long fence() {
            return 7;
        }
    };

    private Listeners listeners(EventListener listener) {
        return new Listeners("plugin", "events", listener, log, threads, (_, batch) -> {
            assertThat(batch.fence()).hasValue(7);
            saved = batch.cursors().get("position");
            return List.of();
        });
    }

    private void happens(String type) {
        entries.add(new EventLog.Entry(
                Integer.toString(entries.size() + 1), List.of(new Fact(type, 0, 0, 0, 0, Value.EMPTY))));
    }

    @Test
    void a_throw_at_the_very_first_event_brings_it_again_and_not_those_before() throws Exception {
        happens("before it was installed");
        var failing = listeners(event -> {
            told.add(event.type());
            if (event.type().equals("second") && told.size() == 2) {
                throw new IllegalStateException("not now");
            }
        });
        beats = 1;
        failing.run(once); // begins, and has no time to look
        happens("first");
        happens("second");
        assertThatThrownBy(() -> failing.run(once)).hasMessage("not now");
        beats = 0;
        failing.run(once);
        assertThat(told).containsExactly("first", "second", "second");
    }
}
