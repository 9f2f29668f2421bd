package dev.frontdesk.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Value;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.web.http.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrailJsonTest {
    private long ord = 100;

    @Test
    void aStepIsFollowedByWhatItSaidAboutWhy() {
        var facts = List.of(
                fact("workflow.started", "workflow", "Inbound"),
                fact("workflow.step", "step", "branch-1"),
                fact("workflow.step", "text", "otherwise"),
                fact("workflow.step", "step", "ask"),
                fact("conversation.closed", "by", "anna"));

        assertThat(written(facts))
                .isEqualTo("{\"trail\":[{\"step\":\"branch-1\",\"why\":\"otherwise\"},{\"step\":\"ask\"}]}");
    }

    @Test
    void theThreadShowsNoBareSteps() {
        assertThat(TimelineJson.shown(fact("workflow.step", "step", "ask"))).isFalse();
        assertThat(TimelineJson.shown(fact("workflow.step", "text", "because"))).isTrue();
        assertThat(TimelineJson.shown(fact("conversation.routed", "team", "sales")))
                .isTrue();
    }

    private static String written(List<Fact> facts) {
        return Json.text(to -> {
            to.writeStartObject();
            TrailJson.write(to, facts);
            to.writeEndObject();
        });
    }

    private Fact fact(String type, String name, String value) {
        return new Fact(type, 1, 2, ord++, 0, new Value.Fields(Map.of(name, Value.of(value))));
    }
}
