package dev.frontdesk.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Value;
import dev.frontdesk.app.admin.AdminApi.HeardLine;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.port.EventLog;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HearingTest {
    private final List<Fact> facts = new ArrayList<>();

    private void heard(long conversation, long at, String words, String intent) {
        var details = Value.EMPTY
                .with("text", Value.of("It is about …"))
                .with("words", Value.of(words))
                .with("intent", Value.of(intent))
                .with("probability", new Value.Num(new BigDecimal("0.5")));
        facts.add(new Fact("workflow.step", 1, conversation, 1, at, details));
    }

    private void happened(String type, long conversation, String team) {
        facts.add(new Fact(type, 1, conversation, 1, 50, Value.EMPTY.with("team", Value.of(team))));
    }

    private List<HeardLine> all(long since, int most) {
        return Hearing.in(new Log(facts), since, most);
    }

    @Test
    void whatWasUnderstoodIsToldWithWhereItWent() {
        heard(1, 10, "my money", "refund");
        happened("conversation.routed", 1, "billing");
        heard(2, 20, "my lamp", "");
        happened("conversation.routed", 2, "support");
        happened("conversation.routed", 2, "sales");
        happened("conversation.transferred", 2, "sales");
        happened("workflow.step", 3, "no words in it");

        assertThat(all(0, 10))
                .containsExactly(
                        new HeardLine(10, "my money", "refund", 0.5, "billing", ""),
                        new HeardLine(20, "my lamp", "", 0.5, "support", "sales"));
    }

    @Test
    void theOldAndWhatIsTooMuchAreLeftOut() {
        IntStream.range(0, 5_000).forEach(i -> heard(i, i, "words " + i, ""));
        assertThat(all(4_990, 100)).hasSize(10);
        assertThat(all(0, 100)).hasSize(100).last().extracting(HeardLine::words).isEqualTo("words 4999");
    }

    /** One fact an entry, its place as the position. */
    private record Log(List<Fact> facts) implements EventLog {
        @Override
        public String end() {
            return Integer.toString(facts.size());
        }

        @Override
        public List<Entry> after(String position, int limit) {
            int from = position.isEmpty() ? 0 : Integer.parseInt(position);
            return IntStream.range(from, Math.min(facts.size(), from + limit))
                    .mapToObj(i -> new Entry(Integer.toString(i + 1), List.of(facts.get(i))))
                    .toList();
        }

        @Override
        public boolean valid(String position) {
            return true;
        }

        @Override
        public List<Fact> of(long contact, long fromOrd, long toOrd) {
            return List.of();
        }
    }
}
