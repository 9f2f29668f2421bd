package dev.frontdesk.testkit.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Batch;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Details;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Intake;
import dev.frontdesk.api.channel.Raw;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FakeIntakeTest {

    private final FakeIntake intake = new FakeIntake();

    private static Inbound message(String id) {
        return new Inbound.Message(id, Address.of("ann"), Content.text(id), Details.none(), Raw.of(id));
    }

    @Test
    void a_batch_is_answered_item_by_item() throws Exception {
        var unreadable = new Inbound.Unreadable("u", "why", Raw.of("x"));
        assertThat(intake.accept(Batch.of(message("a"), message("a"), unreadable)))
                .containsExactly(Intake.Accepted.STORED, Intake.Accepted.DUPLICATE, Intake.Accepted.DEAD_LETTER);
        assertThat(intake.stored()).hasSize(1);
        assertThat(intake.duplicates()).isEqualTo(1);
        assertThat(intake.deadLetters()).containsExactly(unreadable);
    }

    @Test
    void what_is_refused_leaves_neither_items_nor_cursors() throws Exception {
        var batch = new Batch(List.of(message("a")), Map.of("offset", "7"), OptionalLong.of(3));
        intake.fence(4);
        assertThatThrownBy(() -> intake.accept(batch)).isInstanceOf(Intake.StaleLease.class);
        intake.overload();
        assertThatThrownBy(() -> intake.accept(batch)).isInstanceOf(Intake.Overloaded.class);
        assertThat(intake.stored()).isEmpty();
        assertThat(intake.cursor("offset")).isEmpty();
        intake.recover();
        intake.fence(3);
        intake.accept(batch);
        assertThat(intake.cursor("offset")).contains("7");
    }
}
