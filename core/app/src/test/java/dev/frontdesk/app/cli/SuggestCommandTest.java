package dev.frontdesk.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.app.admin.AdminApi.HeardLine;
import dev.frontdesk.plugin.intent.suggest.Heard;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuggestCommandTest {
    @Test
    void whatWasNotUnderstoodOrSentElsewhereIsForAPersonToLookAt() {
        var heard = List.of(
                new HeardLine(1, "my money", "refund", 0.9, "billing", ""),
                new HeardLine(2, "give it back", "refund", 0.8, "billing", ""),
                new HeardLine(3, "a lamp", "buy", 0.9, "sales", ""),
                new HeardLine(4, "the red one is broken", "buy", 0.6, "sales", "billing"),
                new HeardLine(5, "hm", "", 0.1, "support", ""));
        assertThat(SuggestCommand.doubtful(heard))
                .containsExactly(
                        new Heard("the red one is broken", Optional.of("buy"), Optional.of("refund")),
                        new Heard("hm", Optional.empty(), Optional.empty()));
    }
}
