package dev.frontdesk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Details;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Intake.Accepted;
import dev.frontdesk.api.channel.Outbound;
import dev.frontdesk.api.channel.Participant;
import dev.frontdesk.api.channel.Participant.Standing;
import dev.frontdesk.api.channel.Raw;
import dev.frontdesk.api.channel.SenderCheck;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.StepOutcome;
import dev.frontdesk.engine.desk.Order.What;
import dev.frontdesk.engine.model.Handler;
import dev.frontdesk.engine.model.OutboxRow;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.engine.port.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What letters bring: markup, copies, automatic ones, threads; the same on every store. */
interface LettersContract {
    /** An empty store of this test's own. */
    Store store();

    private Simulation.Builder office(Steps steps) {
        return Simulation.on(store())
                .channel(new FakeChannel(Capabilities.builder()
                        .contentKinds(Content.RICH)
                        .letters()
                        .automatic(1, 2)
                        .build()))
                .team("support", "round-robin")
                .strategy("round-robin", (_, _) -> new dev.frontdesk.api.routing.Ranking(List.of(), "nobody"))
                .workflows(steps.onOpened());
    }

    private static Steps asking() {
        return new Steps()
                .say("greet", "Hello", "one")
                .ask("one", "Which order?", "two")
                .ask("two", "Since when?", "");
    }

    private static Details.Letter letter(String subject, String reference, String automatic, Participant... others) {
        return new Details.Letter(
                Optional.of(subject),
                Optional.of(reference),
                Optional.of(automatic).filter(why -> !why.isEmpty()),
                Optional.empty(),
                Arrays.asList(others));
    }

    private static Participant active(String who) {
        return new Participant(who, "", Standing.ACTIVE);
    }

    private static Details.Letter by(Participant writer, String reference) {
        return new Details.Letter(
                Optional.of("Re: lamp"), Optional.of(reference), Optional.empty(), Optional.of(writer), List.of());
    }

    private static Accepted writes(Simulation office, String who, String text, Details.Letter letter) {
        return writes(office, UUID.randomUUID().toString(), who, text, letter);
    }

    private static Accepted writes(Simulation office, String id, String who, String text, Details.Letter letter) {
        return office.receives(new Inbound.Message(
                id,
                new Address(who, "thread of " + letter.reference().orElse("")),
                new Content.Rich(text, "<p>" + text + "</p>", text + "\n> quoted", List.of()),
                Details.none().withName(who).withLetter(letter),
                Raw.of(text)));
    }

    private List<InboxReads.Line> lines(Simulation office, String who) {
        long contact = office.store().threads().contact("site", who).orElseThrow();
        return store().inbox().lines(contact, Long.MAX_VALUE, 50);
    }

    private List<Outbound> byAgents(Simulation office, String who) {
        return office.channel().to(who).stream().filter(it -> !it.automatic()).toList();
    }

    @Test
    default void a_letter_keeps_its_looks_its_quotes_and_its_subject() {
        try (var office = office(asking()).start()) {
            writes(office, "ada", "My lamp broke", letter("Lamp\r\nBcc: all", "<1@ada>", ""));
            var message = lines(office, "ada").getLast().message();
            assertThat(message.content())
                    .isEqualTo(new Content.Rich(
                            "My lamp broke", "<p>My lamp broke</p>", "My lamp broke\n> quoted", List.of()));
            assertThat(message.head().subject()).isEqualTo("Lamp Bcc: all");
            assertThat(message.head().reference()).isEqualTo("<1@ada>");
            assertThat(office.conversation("ada").reach().thread()).isEqualTo("thread of <1@ada>");
        }
    }

    @Test
    default void what_our_own_server_found_out_about_a_sender_stays_with_the_letter() {
        try (var office = office(asking()).start()) {
            var check = new SenderCheck(SenderCheck.Finding.FAILED, "mx.desk.example");
            var letter = new Details.Letter(
                    Optional.of("Lamp"),
                    Optional.of("<1@ada>"),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.of(check));
            writes(office, "ada", "My lamp broke", letter);
            assertThat(lines(office, "ada").getLast().message().head().check()).contains(check);
        }
    }

    @Test
    default void a_letter_with_no_end_loses_its_looks_and_not_its_text() {
        try (var office = office(asking()).start()) {
            office.says("ada", new Content.Rich("short", "x".repeat(300_000)));
            assertThat(lines(office, "ada").getLast().message().content()).isEqualTo(new Content.Rich("short", ""));
        }
    }

    @Test
    default void a_channel_without_markup_sends_the_text_of_a_letter() {
        var steps = new Steps()
                .then("send", "", _ -> StepOutcome.then(new Effect.Send(new Content.Rich("plain", "<b>plain</b>"))));
        try (var office = Simulation.on(store()).workflows(steps.onOpened()).start()) {
            office.says("ada", "hi");
            assertThat(office.channel().sent()).extracting(Outbound::content).containsExactly(Content.text("plain"));
        }
    }

    @Test
    default void an_automatic_letter_opens_nothing_and_is_answered_by_nothing_and_can_be_found() {
        try (var office = office(asking()).start()) {
            assertThat(writes(office, "a1", "robot", "I am away", letter("Away", "<1@robot>", "auto-replied")))
                    .isEqualTo(Accepted.STORED);
            assertThat(office.channel().sent()).isEmpty();
            assertThat(store().inbox().counts("").all()).isZero();
            assertThat(lines(office, "robot"))
                    .singleElement()
                    .satisfies(line ->
                            assertThat(line.message().head().automatic()).isEqualTo("auto-replied"));
            assertThat(store().deadLetters().notices(10)).singleElement().satisfies(notice -> {
                assertThat(notice.kind()).isEqualTo("automatic");
                assertThat(((Value.Fields) notice.details()).get("subject").asText())
                        .isEqualTo("Away");
            });
            assertThat(writes(office, "a1", "robot", "I am away", letter("Away", "<1@robot>", "auto-replied")))
                    .isEqualTo(Accepted.DUPLICATE);
            assertThat(lines(office, "robot")).hasSize(1);
        }
    }

    @Test
    default void an_automatic_letter_joins_the_open_conversation_and_answers_no_question() {
        try (var office = office(asking()).start()) {
            writes(office, "ada", "My lamp broke", letter("Lamp", "<1@ada>", ""));
            int sent = office.channel().sent().size();
            writes(office, "ada", "I am away", letter("Away", "<2@ada>", "auto-replied"));
            assertThat(office.channel().sent()).hasSize(sent);
            assertThat(lines(office, "ada").getFirst().message().head().automatic())
                    .isEqualTo("auto-replied");
            assertThat(office.conversation("ada").reach().thread()).isEqualTo("thread of <1@ada>");
            assertThat(office.conversation("ada").handling().handler()).isInstanceOf(Handler.Bot.class);
        }
    }

    @Test
    default void what_answers_one_letter_is_one_answer_and_people_go_on_when_there_were_enough() {
        try (var office = office(asking()).start()) {
            writes(office, "ada", "My lamp broke", letter("Lamp", "<1@ada>", ""));
            assertThat(office.heardBy("ada")).containsExactly("Hello", "Which order?");
            writes(office, "ada", "12", letter("Re: Lamp", "<2@ada>", ""));
            assertThat(office.heardBy("ada"))
                    .as("the second answer within the hour")
                    .hasSize(2);
            assertThat(lines(office, "ada").getFirst().state()).isEqualTo(OutboxRow.State.DROPPED);
            assertThat(office.conversation("ada").handling().handler()).isEqualTo(new Handler.Queue("support"));
            office.order("bea", "ada", new What.Reply("I am a person"));
            office.order("bea", "ada", new What.Reply("and may say more"));
            assertThat(office.heardBy("ada")).endsWith("I am a person", "and may say more");
        }
    }

    @Test
    default void nobody_gets_more_automatic_answers_in_a_day_than_they_may() {
        try (var office = office(asking()).start()) {
            for (int i = 1; i <= 3; i++) {
                writes(office, "ada", "again", letter("Lamp", "<" + i + "@ada>", ""));
                office.order("bea", "ada", new What.Close("", ""));
                office.passes(Duration.ofHours(2));
            }
            assertThat(office.heardBy("ada")).hasSize(4);
            office.passes(Duration.ofHours(24));
            writes(office, "ada", "next day", letter("Lamp", "<9@ada>", ""));
            assertThat(office.heardBy("ada")).hasSize(6);
        }
    }

    @Test
    default void who_was_copied_in_from_the_beginning_gets_what_agents_write() {
        try (var office = office(asking()).start()) {
            writes(office, "ada", "My lamp broke", letter("Lamp", "<1@ada>", "", active("bob")));
            office.order("bea", "ada", new What.Reply("We send one"));
            assertThat(byAgents(office, "ada")).singleElement().satisfies(sent -> {
                assertThat(sent.correspondence().participants()).containsExactly(active("bob"));
                assertThat(sent.correspondence().last().orElseThrow().content().plainText())
                        .isEqualTo("My lamp broke");
            });
        }
    }

    @Test
    default void who_writes_into_a_thread_from_outside_gets_nothing_until_an_agent_lets_them_in() {
        try (var office = office(asking()).start()) {
            writes(office, "ada", "My lamp broke", letter("Lamp", "<1@ada>", ""));
            int sent = office.channel().sent().size();
            var stranger = new Participant("eve", "Eve", Standing.PENDING);
            writes(office, "ada", "Send it to me", by(stranger, "<2@eve>"));
            assertThat(lines(office, "ada").getFirst().message().head().writer())
                    .isEqualTo("eve");
            assertThat(office.channel().sent())
                    .as("their letter answers no question")
                    .hasSize(sent);
            assertThat(office.conversation("ada").reach().thread()).isEqualTo("thread of <1@ada>");
            long conversation = office.conversation("ada").id();
            assertThat(store().inbox().members(conversation)).containsExactly(new InboxReads.Member("site", stranger));
            office.order("bea", "ada", new What.Standing("site", "eve", true));
            assertThat(store().inbox().members(conversation))
                    .singleElement()
                    .satisfies(it -> assertThat(it.who().standing()).isEqualTo(Standing.ACTIVE));
            office.order("bea", "ada", new What.Standing("site", "eve", false));
            writes(office, "ada", "And to her", letter("Lamp", "<3@ada>", "", active("eve")));
            assertThat(store().inbox().members(conversation))
                    .as("what an agent decided stays")
                    .singleElement()
                    .satisfies(it -> assertThat(it.who().standing()).isEqualTo(Standing.REMOVED));
        }
    }

    @Test
    default void a_stranger_in_a_thread_that_is_over_meets_people_and_no_bot() {
        try (var office = office(asking()).start()) {
            writes(office, "ada", "My lamp broke", letter("Lamp", "<1@ada>", ""));
            office.order("bea", "ada", new What.Close("", ""));
            int sent = office.channel().sent().size();
            writes(office, "ada", "Still me", by(new Participant("eve", "", Standing.PENDING), "<2@eve>"));
            assertThat(office.channel().sent()).hasSize(sent);
            assertThat(office.conversation("ada").handling().handler()).isEqualTo(new Handler.Queue("support"));
        }
    }

    @Test
    default void a_letter_belongs_to_the_thread_it_refers_to_only_where_its_writer_belongs_there() {
        try (var office = office(asking()).start()) {
            writes(office, "ada", "My lamp broke", letter("Lamp", "<1@ada>", "", active("bob")));
            office.channel().answers(sent -> new dev.frontdesk.api.channel.Delivery.Sent("<ours@desk>"));
            office.order("bea", "ada", new What.Reply("We send one"));
            var threads = store().threads();
            assertThat(threads.thread("site", "ada", List.of("<1@ada>"), "", 0)).contains("ada");
            assertThat(threads.thread("site", "bob", List.of("<no@where>", "<1@ada>"), "", 0))
                    .contains("ada");
            assertThat(threads.thread("site", "bob", List.of("<ours@desk>"), "", 0))
                    .contains("ada");
            assertThat(threads.thread("site", "eve", List.of("<1@ada>", "<ours@desk>"), "Lamp", 0))
                    .isEmpty();
            assertThat(threads.thread("site", "bob", List.of(), "lamp", 0)).contains("ada");
            assertThat(threads.thread("site", "bob", List.of(), "lamp", Long.MAX_VALUE))
                    .as("a subject tells a thread for a while only")
                    .isEmpty();
            assertThat(threads.thread("site", "bob", List.of(), "something else", 0))
                    .isEmpty();
            assertThat(threads.thread("other", "bob", List.of("<1@ada>"), "lamp", 0))
                    .isEmpty();
            var ours = byAgents(office, "ada").getLast().id().value();
            assertThat(threads.addressee("site", ours)).contains(new Address("ada", "thread of <1@ada>"));
            assertThat(threads.addressee("other", ours)).isEmpty();
        }
    }

    @Test
    default void a_letter_that_came_back_is_marked() {
        try (var office = office(asking()).start()) {
            writes(office, "ada", "My lamp broke", letter("Lamp", "<1@ada>", ""));
            office.channel().answers(_ -> new dev.frontdesk.api.channel.Delivery.Sent("<ours@desk>"));
            office.order("bea", "ada", new What.Reply("We send one"));
            office.receives(new Inbound.Report(
                    "bounce",
                    Optional.of("<ours@desk>"),
                    Optional.empty(),
                    Inbound.State.FAILED,
                    Instant.EPOCH,
                    "550 no such user",
                    Raw.of("bounce")));
            var line = lines(office, "ada").getFirst();
            assertThat(line.state()).isEqualTo(OutboxRow.State.FAILED);
            assertThat(line.why()).isEqualTo("550 no such user");
        }
    }
}
