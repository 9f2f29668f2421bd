package dev.frontdesk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Outbound;
import dev.frontdesk.api.channel.PresetForm;
import dev.frontdesk.api.routing.Ranking;
import dev.frontdesk.api.routing.Candidate;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.StepOutcome;
import dev.frontdesk.engine.desk.Order.What;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.model.Handler;
import dev.frontdesk.engine.model.OutboxRow;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.engine.port.Store;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A provider that lets a contact be answered freely for a day only, and what goes then; the same on every store. */
interface ReplyWindowContract {
    PresetForm BACK = new PresetForm(
            "back",
            Locale.ENGLISH,
            "Hello {{1}}, we are back about your {{2}}.",
            List.of("1", "2"),
            Optional.empty(),
            Optional.empty());

    PresetForm REFUSED = new PresetForm(
            "offer", Locale.ENGLISH, "Buy now", List.of(), Optional.empty(), Optional.of("paused by the provider"));

    /** An empty store of this test's own. */
    Store store();

    private Simulation.Builder office(Steps steps) {
        return Simulation.on(store())
                .channel(FakeChannel.withWindow(Duration.ofHours(24), BACK, REFUSED))
                .team("support", "first", "bea", "cem")
                .strategy(
                        "first",
                        (_, eligible) -> new Ranking(
                                eligible.stream().map(Candidate::agent).toList(), "the first"))
                .workflows(steps.onOpened());
    }

    private static Steps assigned() {
        return new Steps().assign("desk", "support", "");
    }

    private static List<Content> got(Simulation office, String who) {
        return office.channel().to(who).stream().map(Outbound::content).toList();
    }

    private InboxReads.Line last(Simulation office, String who) {
        return store().inbox()
                .lines(office.conversation(who).contact(), Long.MAX_VALUE, 1)
                .getFirst();
    }

    private List<Fact> facts(Simulation office, String who, String type) {
        return store().events().of(office.conversation(who).contact(), 0, Long.MAX_VALUE).stream()
                .filter(fact -> fact.type().equals(type))
                .toList();
    }

    private static Content.Preset form(String name, String... values) {
        var all = values.length == 0 ? Map.<String, String>of() : Map.of("1", values[0], "2", values[1]);
        return new Content.Preset(name, Locale.ENGLISH, all, Optional.empty(), "");
    }

    @Test
    default void an_answer_after_the_window_is_not_sent_and_the_reason_says_why() {
        try (var office = office(assigned()).start()) {
            office.says("ada", "hi");
            office.passes(Duration.ofHours(24));
            office.order("bea", "ada", new What.Reply("too late"));
            assertThat(office.channel().sent()).isEmpty();
            assertThat(last(office, "ada").state()).isEqualTo(OutboxRow.State.FAILED);
            assertThat(last(office, "ada").why()).startsWith("WINDOW_CLOSED");
            office.order("bea", "ada", new What.Form("", "back", "en", Map.of("1", "Ada", "2", "lamp")));
            assertThat(got(office, "ada")).singleElement().isInstanceOfSatisfying(Content.Preset.class, sent -> {
                assertThat(sent.name()).isEqualTo("back");
                assertThat(sent.plainText()).isEqualTo("Hello Ada, we are back about your lamp.");
            });
            office.says("ada", "great");
            office.order("bea", "ada", new What.Reply("in time"));
            assertThat(office.heardBy("ada")).endsWith("in time");
        }
    }

    @Test
    default void what_waited_across_the_end_is_not_sent_unless_the_contact_wrote_meanwhile() {
        try (var office = office(assigned()).start()) {
            for (String who : new String[] {"ada", "bob"}) {
                office.says(who, "hi");
            }
            office.channel().answers(_ -> new Delivery.Later(Duration.ofHours(30), false, "busy"));
            office.order("bea", "ada", new What.Reply("for ada"));
            office.order("bea", "bob", new What.Reply("for bob"));
            office.passes(Duration.ofHours(20));
            office.says("bob", "still there?");
            office.channel().answers(message -> new Delivery.Sent("r" + message.id()));
            int before = office.channel().sent().size();
            office.passes(Duration.ofHours(11));
            var after = office.channel().sent().stream()
                    .skip(before)
                    .map(sent -> sent.content().plainText());
            assertThat(after).containsExactly("for bob");
            assertThat(last(office, "ada").why()).startsWith("WINDOW_CLOSED");
        }
    }

    @Test
    default void a_step_says_it_with_its_form_instead_and_the_thread_shows_the_form() {
        var steps = new Steps()
                .then(
                        "later",
                        "word",
                        now -> now.input() instanceof Input.TimedOut
                                ? StepOutcome.of(Next.onward())
                                : StepOutcome.of(new Next.AwaitUntil(now.now().plus(Duration.ofHours(25)))))
                .then("word", "failed", now -> switch (now.input()) {
                    case Input.Started _ ->
                        StepOutcome.of(
                                List.of(new Effect.Send(
                                        Content.text("Hello again. " + "word ".repeat(1000)),
                                        Optional.of(form("back", "Ada", "lamp")))),
                                new Next.AwaitDelivery(Duration.ofMinutes(2)));
                    case Input.Delivered(var accepted, var _)
                    when accepted -> StepOutcome.then(new Effect.SetVar("sent", dev.frontdesk.api.Value.of(true)));
                    default -> StepOutcome.of(Next.branch("failed"));
                })
                .assign("failed", "support", "");
        try (var office = office(steps).start()) {
            office.says("ada", "hi");
            office.passes(Duration.ofHours(25));
            assertThat(got(office, "ada")).singleElement().isInstanceOf(Content.Preset.class);
            var lines = store().inbox().lines(office.conversation("ada").contact(), Long.MAX_VALUE, 10);
            assertThat(lines)
                    .anySatisfy(line -> {
                        assertThat(line.message().content().plainText())
                                .isEqualTo("Hello Ada, we are back about your lamp.");
                        assertThat(line.state()).isEqualTo(OutboxRow.State.SENT);
                    })
                    .anySatisfy(line -> assertThat(line.state()).isEqualTo(OutboxRow.State.DROPPED));
            assertThat(store().inbox()
                            .run(office.conversation("ada").id())
                            .orElseThrow()
                            .vars()
                            .get("sent"))
                    .isEqualTo(dev.frontdesk.api.Value.of(true));
        }
    }

    @Test
    default void the_provider_that_says_the_window_is_closed_has_the_same_word_as_our_clock() {
        var steps = new Steps()
                .then(
                        "hello",
                        "desk",
                        _ -> StepOutcome.then(
                                new Effect.Send(Content.text("Hello"), Optional.of(form("back", "Ada", "lamp")))))
                .assign("desk", "support", "");
        try (var office = office(steps).start()) {
            office.channel()
                    .answers(message -> message.content() instanceof Content.Preset
                            ? new Delivery.Sent("form")
                            : new Delivery.Rejected(Delivery.Cause.WINDOW_CLOSED, "131047"));
            office.says("ada", "hi");
            assertThat(got(office, "ada")).extracting(Content::kind).containsExactly(Content.TEXT, Content.PRESET);
            office.order("bea", "ada", new What.Reply("plain"));
            assertThat(last(office, "ada").why()).isEqualTo("WINDOW_CLOSED: 131047");
        }
    }

    @Test
    default void a_form_the_provider_refuses_is_not_tried() {
        try (var office = office(assigned()).start()) {
            office.says("ada", "hi");
            office.order("bea", "ada", new What.Form("", "offer", "en", Map.of()));
            assertThat(office.channel().sent()).isEmpty();
            assertThat(last(office, "ada").why()).contains("paused by the provider");
        }
    }

    @Test
    default void an_agent_who_begins_has_the_rest_of_the_window_and_after_it_only_forms() {
        try (var office = office(assigned()).start()) {
            office.says("ada", "hi");
            office.order("bea", "ada", new What.Close("", ""));
            office.passes(Duration.ofHours(23));
            office.order("bea", "ada", new What.Start("site", "one more thing"));
            assertThat(office.heardBy("ada")).containsExactly("one more thing");
            office.order("bea", "ada", new What.Close("", ""));
            office.passes(Duration.ofHours(2));
            office.order("bea", "ada", new What.Start("site", "and another"));
            assertThat(office.heardBy("ada")).containsExactly("one more thing");
            assertThat(last(office, "ada").why()).startsWith("WINDOW_CLOSED");
            office.order("bea", "ada", new What.Close("", ""));
            office.order("bea", "ada", new What.Form("site", "back", "en", Map.of("1", "Ada", "2", "lamp")));
            assertThat(office.conversation("ada").open()).isTrue();
            assertThat(office.heardBy("ada")).endsWith("Hello Ada, we are back about your lamp.");
        }
    }

    @Test
    default void people_are_warned_once_before_the_window_closes() {
        try (var office = office(assigned()).idleClose(Duration.ofHours(72)).start()) {
            office.says("ada", "hi");
            office.passes(Duration.ofHours(10));
            office.says("ada", "anybody?");
            office.passes(Duration.ofHours(13));
            assertThat(facts(office, "ada", "window.closing")).isEmpty();
            office.passes(Duration.ofHours(10));
            assertThat(facts(office, "ada", "window.closing"))
                    .singleElement()
                    .satisfies(fact ->
                            assertThat(fact.details().get("unanswered")).isEqualTo(dev.frontdesk.api.Value.of(true)));
            office.says("ada", "hello?");
            office.passes(Duration.ofHours(23));
            assertThat(facts(office, "ada", "window.closing")).hasSize(1);
            assertThat(office.conversation("ada").open()).isTrue();
            office.passes(Duration.ofHours(50));
            assertThat(office.conversation("ada").open()).isFalse();
        }
    }

    @Test
    default void whose_window_closes_soon_goes_first_and_the_decision_says_so() {
        try (var office = office(assigned()).capacity(1).start()) {
            for (String who : new String[] {"one", "two", "early", "again", "late"}) {
                office.says(who, "hi");
                if (who.equals("two") || who.equals("again")) {
                    office.passes(Duration.ofHours(1));
                }
            }
            // "early" and "again" wrote an hour in; "again" writes once more, so that its window is long again.
            office.passes(Duration.ofHours(21));
            office.says("again", "still here");
            office.passes(Duration.ofMinutes(90));
            assertThat(office.conversation("early").handling().handler()).isInstanceOf(Handler.Queue.class);
            office.says("early-bird", "hi");
            office.order("bea", "one", new What.Close("", ""));
            assertThat(office.conversation("early").handling().assignee()).isEqualTo("bea");
            assertThat(store().inbox()
                            .decision(office.conversation("early").id())
                            .orElseThrow()
                            .get("why")
                            .asText())
                    .isEqualTo("first, for its reply window ends in 30 min; the first");
            office.passes(Duration.ofMinutes(5));
            office.order("cem", "two", new What.Close("", ""));
            assertThat(office.conversation("late").handling().assignee()).isEqualTo("cem");
            office.order("cem", "late", new What.Close("", ""));
            assertThat(office.conversation("again").handling().assignee()).isEqualTo("cem");
        }
    }
}
