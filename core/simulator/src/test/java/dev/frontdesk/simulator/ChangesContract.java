package dev.frontdesk.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Intake.Accepted;
import dev.frontdesk.api.channel.Outbound;
import dev.frontdesk.api.channel.Raw;
import dev.frontdesk.engine.desk.Order.What;
import dev.frontdesk.engine.model.MessageChange.Kind;
import dev.frontdesk.engine.model.MessageChange;
import dev.frontdesk.engine.model.OutboxRow.State;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.engine.port.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a message after it was written: seen by people, heard by no workflow. */
interface ChangesContract {
    Store store();

    Raw RAW = Raw.of("{}");

    private Simulation office() {
        return office(FakeChannel.withButtons());
    }

    private Simulation office(FakeChannel channel) {
        return Simulation.on(store())
                .channel(channel)
                .team("support", "none", "bea")
                .strategy("none", (_, _) -> new dev.frontdesk.api.routing.Ranking(List.of(), "nobody"))
                .workflows(new Steps().ask("need", "How can we help?", "").onOpened())
                .start();
    }

    private static Inbound.Edit edit(String id, String of, String who, String text) {
        return new Inbound.Edit(id, of, Address.of(who), Content.text(text), RAW);
    }

    private static Inbound.Reaction reaction(String id, String to, String who, String emoji) {
        return new Inbound.Reaction(id, to, Address.of(who), emoji, RAW);
    }

    private static List<InboxReads.Line> lines(Simulation office, String who) {
        long contact = office.store().threads().contact("site", who).orElseThrow();
        return office.inbox().lines(contact, Long.MAX_VALUE, 100).reversed();
    }

    @Test
    default void an_edit_a_reaction_and_a_removal_stand_on_the_message_and_answer_nobody() {
        try (var office = office()) {
            office.says("m1", "ada", Content.text("helo"));
            assertThat(office.receives(edit("e1", "m1", "ada", "hello"))).isEqualTo(Accepted.STORED);
            assertThat(office.receives(edit("e1", "m1", "ada", "hello"))).isEqualTo(Accepted.DUPLICATE);
            var question = lines(office, "ada").get(1);
            office.receives(reaction("r1", question.key(), "ada", "👍"));
            office.receives(new Inbound.Removed("d1", "m1", Address.of("ada"), RAW));
            assertThat(office.heardBy("ada")).as("nothing of it was an answer").containsExactly("How can we help?");
            var lines = lines(office, "ada");
            assertThat(lines).hasSize(2);
            assertThat(lines.get(0).changes()).extracting(MessageChange::kind).containsExactly(Kind.EDIT, Kind.REMOVED);
            assertThat(lines.get(1).changes()).extracting(MessageChange::emoji).containsExactly("👍");
            office.says("m2", "ada", Content.text("a lamp"));
            assertThat(lines(office, "ada")).as("the question was still open").hasSize(3);
        }
    }

    @Test
    default void a_change_before_its_message_waits_for_it_and_opens_nothing() {
        try (var office = office()) {
            assertThat(office.receives(edit("e1", "m1", "ada", "hello"))).isEqualTo(Accepted.STORED);
            assertThat(office.receives(reaction("r1", "m0", "eve", "👍"))).isEqualTo(Accepted.STORED);
            assertThatThrownBy(() -> office.conversation("ada")).hasMessageContaining("no conversation");
            assertThatThrownBy(() -> office.conversation("eve")).hasMessageContaining("no conversation");
            long contact = office.store().threads().contact("site", "ada").orElseThrow();
            assertThat(office.inbox().strays(contact, 0, Long.MAX_VALUE)).hasSize(1);
            office.says("m1", "ada", Content.text("helo"));
            assertThat(office.inbox().strays(contact, 0, Long.MAX_VALUE)).isEmpty();
            assertThat(lines(office, "ada").getFirst().changes()).hasSize(1);
            assertThat(office.heardBy("ada")).containsExactly("How can we help?");
        }
    }

    @Test
    default void a_change_of_a_closed_conversation_does_not_open_one() {
        try (var office = office()) {
            office.says("m1", "ada", Content.text("hi"));
            office.order("bea", "ada", new What.Close("", ""));
            office.receives(edit("e1", "m1", "ada", "hi there"));
            assertThat(office.conversation("ada").open()).isFalse();
            assertThat(lines(office, "ada").getFirst().changes()).hasSize(1);
        }
    }

    @Test
    default void what_the_owner_wrote_elsewhere_can_be_changed_too() {
        try (var office = office()) {
            office.receives(new Inbound.Echo("o1", Address.of("ada"), Content.text("we are closd"), RAW));
            office.receives(edit("e1", "o1", "ada", "we are closed"));
            assertThat(lines(office, "ada").getFirst().changes()).hasSize(1);
        }
    }

    @Test
    default void a_reply_names_the_message_it_answers_on_the_channel_that_has_it() {
        try (var office = office()) {
            office.says("m1", "ada", Content.text("is it open?"));
            office.order("bea", "ada", new What.Reply("Yes", "m1", "site"));
            office.order("bea", "ada", new What.Reply("It is", "m1", "elsewhere"));
            assertThat(office.channel().to("ada"))
                    .extracting(Outbound::replyTo)
                    .containsExactly(Optional.empty(), Optional.of("m1"), Optional.empty());
            var lines = lines(office, "ada");
            assertThat(lines.get(2).quoted()).isEqualTo(lines.get(0).message());
            assertThat(lines.get(3).quoted()).isNull();
        }
    }

    @Test
    default void what_a_bot_said_and_may_have_been_sent_is_repeated_once_without_a_long_silence() {
        var channel = FakeChannel.withButtons();
        channel.answers(_ -> new Delivery.Unknown("the line broke"));
        try (var office = office(channel)) {
            office.says("m1", "ada", Content.text("hi"));
            office.passes(Duration.ofSeconds(3));
            assertThat(office.heardBy("ada")).containsExactly("How can we help?", "How can we help?");
            office.passes(Duration.ofMinutes(10));
            assertThat(office.heardBy("ada")).hasSize(2);
            assertThat(lines(office, "ada").get(1).state()).isEqualTo(State.UNSURE);
        }
    }

    @Test
    default void what_a_person_wrote_and_may_have_been_sent_is_theirs_to_repeat_and_holds_nothing_up() {
        var channel = FakeChannel.withButtons();
        try (var office = office(channel)) {
            office.says("m1", "ada", Content.text("hi"));
            channel.answers(_ -> new Delivery.Unknown("the line broke"));
            office.order("bea", "ada", new What.Reply("Hello"));
            channel.answers(message -> new Delivery.Sent("r" + message.id()));
            office.order("bea", "ada", new What.Reply("Are you there?"));
            assertThat(office.heardBy("ada")).containsExactly("How can we help?", "Hello", "Are you there?");
            assertThat(lines(office, "ada").get(2).state()).isEqualTo(State.UNSURE);
            office.passes(Duration.ofMinutes(10));
            assertThat(office.heardBy("ada")).hasSize(3);
        }
    }

    @Test
    default void a_report_tells_what_became_of_a_message_whose_sending_was_not_answered() {
        var channel = new FakeChannel(Capabilities.builder().reports().build());
        channel.answers(_ -> new Delivery.Unknown("the line broke"));
        try (var office = office(channel)) {
            office.says("m1", "ada", Content.text("hi"));
            office.passes(Duration.ofSeconds(50));
            assertThat(office.heardBy("ada")).as("a report may still come").hasSize(1);
            var question = office.channel().to("ada").getFirst();
            office.receives(new Inbound.Report(
                    "s1",
                    Optional.of("wamid.1"),
                    Optional.of(question.id()),
                    Inbound.State.DELIVERED,
                    Instant.EPOCH,
                    "",
                    RAW));
            office.passes(Duration.ofMinutes(10));
            assertThat(office.heardBy("ada")).hasSize(1);
            var line = lines(office, "ada").get(1);
            assertThat(line.state()).isEqualTo(State.DELIVERED);
            assertThat(line.key()).isEqualTo("wamid.1");
            office.says("m2", "ada", Content.text("a lamp"));
            office.order("bea", "ada", new What.Reply("Hello"));
            office.passes(Duration.ofSeconds(61));
            assertThat(lines(office, "ada").get(3).state()).isEqualTo(State.UNSURE);
        }
    }

    @Test
    default void notices_and_who_can_be_reached_are_taken_once_though_they_leave_no_message() {
        try (var office = office()) {
            var notice = new Inbound.Notice("n1", "account_update", Value.EMPTY.with("event", Value.of("X")), RAW);
            assertThat(office.receives(notice)).isEqualTo(Accepted.STORED);
            assertThat(office.receives(notice)).isEqualTo(Accepted.DUPLICATE);
            office.says("m1", "ada", Content.text("hi"));
            var blocked = new Inbound.Reach("b1", Address.of("ada"), false, "blocked", RAW);
            var back = new Inbound.Reach("b2", Address.of("ada"), true, "", RAW);
            office.receives(blocked);
            office.receives(back);
            assertThat(office.receives(blocked))
                    .as("it comes again, later than what undid it")
                    .isEqualTo(Accepted.DUPLICATE);
            long contact = office.conversation("ada").contact();
            assertThat(office.inbox().contact(contact).orElseThrow().profile().unreachable())
                    .isEmpty();
        }
    }
}
