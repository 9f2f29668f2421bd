package dev.frontdesk.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.routing.Candidate;
import dev.frontdesk.api.routing.Ranking;
import dev.frontdesk.api.workflow.ActionCall;
import dev.frontdesk.api.workflow.ActionResult;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.StepOutcome;
import dev.frontdesk.engine.Settings;
import dev.frontdesk.engine.desk.Order.What;
import dev.frontdesk.engine.lane.Engine;
import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.port.Directory;
import dev.frontdesk.engine.workflow.Workflow;
import dev.frontdesk.engine.workflow.Workflows;
import dev.frontdesk.simulator.Steps;
import dev.frontdesk.simulator.VirtualClock;
import dev.frontdesk.simulator.rehearsal.Company;
import dev.frontdesk.simulator.rehearsal.Heard;
import dev.frontdesk.simulator.rehearsal.Journal;
import dev.frontdesk.simulator.rehearsal.Person;
import dev.frontdesk.simulator.rehearsal.Rehearsal;
import dev.frontdesk.simulator.rehearsal.ScriptedHttp;
import dev.frontdesk.simulator.scenario.Event.Act;
import dev.frontdesk.simulator.scenario.Event.Check;
import dev.frontdesk.simulator.scenario.Event.Words;
import dev.frontdesk.simulator.scenario.Scenario.Line;
import dev.frontdesk.store.Scratch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheatreTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Person ADA = new Person("ada", "site", Optional.of("Ada"), Optional.empty());

    private final VirtualClock clock = new VirtualClock(MONDAY);
    private final ScriptedHttp http = new ScriptedHttp();
    private final AtomicInteger performed = new AtomicInteger();

    @TempDir
    Path folder;

    @Test
    void a_story_comes_to_the_same_end_whenever_the_process_dies() {
        var outcome = play(
                desk(),
                new Act.Presence("bea", "online"),
                new Act.Says(ADA, "hi"),
                hears("How can we help?"),
                new Check.AtStep("need"),
                new Act.Says(ADA, "lamp"),
                hears("Somebody is with you"),
                new Check.AssignedTo("bea"),
                new Act.Orders("bea", new What.Reply("Hello")),
                new Check.Hears(new Words.Exactly("Hello"), false, false),
                new Act.Orders("bea", new What.Close("", "")),
                new Check.Closed(Optional.empty()),
                new Act.Says(ADA, "again"),
                hears("How can we help?"),
                new Act.Passes(Duration.ofMinutes(30)),
                hears("Somebody is with you"),
                new Check.AssignedTo("bea"));

        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.crashes())
                .as("two conversations make that many commits at least")
                .isGreaterThan(20);
    }

    /** An engine that says so before it has it would lose the message here, for nobody brings it again. */
    @Test
    void a_message_is_brought_again_when_the_process_dies_before_it_is_committed() {
        try (var scratch = Scratch.in(folder.resolve("test.db"));
                var rehearsal = new Rehearsal(scratch, company(desk()), clock, http)) {
            rehearsal.begin(MONDAY, new Journal.Death.BeforeCommit(1));
            rehearsal.writes(ADA, Content.text("hi"));

            assertThat(rehearsal.journal().died())
                    .hasValueSatisfying(where -> assertThat(where).contains("before commit 1", "a message stored"));
            assertThat(rehearsal.heard(ADA)).extracting(Heard::text).containsExactly("How can we help?");
        }
    }

    /** Two contacts become one and two again; before and after each commit somebody pulls the plug. */
    @Test
    void a_merge_and_its_undo_come_to_the_same_end_wherever_the_process_dies() {
        try (var scratch = Scratch.in(folder.resolve("test.db"));
                var rehearsal = new Rehearsal(scratch, company(desk()), clock, http)) {
            rehearsal.begin(MONDAY, new Journal.Death.Never());
            mergeAndPart(rehearsal);
            int commits = rehearsal.journal().commits();
            assertThat(commits).isGreaterThan(8);
            int died = 0;
            for (int commit = 1; commit <= commits; commit++) {
                for (var death :
                        List.of(new Journal.Death.BeforeCommit(commit), new Journal.Death.AfterCommit(commit))) {
                    rehearsal.begin(MONDAY, death);
                    mergeAndPart(rehearsal);
                    died += rehearsal.journal().died().isPresent() ? 1 : 0;
                }
            }
            assertThat(died).isGreaterThan(commits);
        }
    }

    private static void mergeAndPart(Rehearsal rehearsal) {
        var bob = new Person("bob", "site", Optional.of("Bob"), Optional.empty());
        rehearsal.writes(ADA, Content.text("hi"));
        rehearsal.writes(bob, Content.text("hello"));
        long ada = rehearsal.contact(ADA).orElseThrow();
        long other = rehearsal.contact(bob).orElseThrow();
        rehearsal.same(ADA, bob);
        rehearsal.writes(bob, Content.text("it is me"));

        var where = rehearsal.journal().died().toString();
        assertThat(rehearsal.contact(bob)).as(where).hasValue(ada);
        assertThat(rehearsal.store().due().merges(10)).as(where).isEmpty();
        assertThat(rehearsal.conversations(ADA).stream().filter(Conversation::open))
                .as(where)
                .hasSize(1);
        var merge = rehearsal.store().inbox().merged(ada).getFirst();
        assertThat(rehearsal.order("bea", ADA, new What.Part(merge.id(), merge.loser())))
                .isEmpty();
        rehearsal.writes(bob, Content.text("no, it is Bob"));

        where = rehearsal.journal().died().toString();
        assertThat(rehearsal.contact(bob)).as(where).hasValue(other);
        assertThat(rehearsal.contact(ADA)).as(where).hasValue(ada);
        assertThat(rehearsal.conversations(bob).stream().filter(Conversation::open))
                .as(where)
                .hasSize(1);
        assertThat(rehearsal.store().inbox().lines(other, Long.MAX_VALUE, 100))
                .as(where)
                .anyMatch(line -> line.message().content().plainText().equals("no, it is Bob"));
    }

    /** Before and after each commit, and so between the file on the disk and the row that says so. */
    @Test
    void a_file_is_fetched_wherever_the_process_dies() {
        var photo = new Content.Media(
                Content.IMAGE, new Content.Remote("photo-1", Optional.empty(), "", "", -1), "my lamp");
        try (var scratch = Scratch.in(folder.resolve("test.db"));
                var rehearsal = new Rehearsal(scratch, company(desk()), clock, http)) {
            rehearsal.begin(MONDAY, new Journal.Death.Never());
            rehearsal.writes(ADA, photo);
            int commits = rehearsal.journal().commits();
            var died = new ArrayList<Journal.Death>();
            for (int commit = 1; commit <= commits; commit++) {
                for (var death :
                        List.of(new Journal.Death.BeforeCommit(commit), new Journal.Death.AfterCommit(commit))) {
                    rehearsal.begin(MONDAY, death);
                    rehearsal.writes(ADA, photo);
                    rehearsal.passes(Duration.ofMinutes(1));
                    // What comes together shares a commit: there may be one fewer than in the run before.
                    rehearsal.journal().died().ifPresent(_ -> died.add(death));
                    var lines = rehearsal
                            .store()
                            .inbox()
                            .lines(rehearsal.contact(ADA).orElseThrow(), Long.MAX_VALUE, 9);
                    assertThat(rehearsal
                                    .store()
                                    .inbox()
                                    .attachments(lines.stream()
                                            .map(line -> line.message().id())
                                            .toList()))
                            .as("%s: %s", death, rehearsal.journal().died())
                            .singleElement()
                            .satisfies(row -> assertThat(row.state()).isEqualTo(Attachment.State.STORED));
                    assertThat(rehearsal.files().count()).isEqualTo(1);
                }
            }
            assertThat(died).hasSizeGreaterThanOrEqualTo(6);
        }
    }

    @Test
    void another_way_is_shown_with_all_that_was_said_and_the_line_that_was_expected() {
        var outcome = play(desk(), new Act.Says(ADA, "hi"), hears("What is it?"));

        assertThat(outcome.failure())
                .contains(new Failure(
                        "story.conf:2",
                        List.of("ada:     hi", "bot:     How can we help?"),
                        "line 2",
                        "bot said \"How can we help?\"",
                        Optional.empty()));
        assertThat(outcome.crashes()).isZero();
    }

    @Test
    void what_the_bot_says_beyond_the_story_is_told() {
        var outcome = play(desk(), new Act.Says(ADA, "hi"));

        assertThat(outcome.failure().orElseThrow().instead())
                .isEqualTo("the bot also said \"How can we help?\" to ada; expect it, or write: anything may be said");
    }

    @Test
    void a_step_that_remembers_outside_its_memory_is_found_out() {
        var asked = new AtomicInteger();
        var forgetful = new Steps()
                .then("need", "", now -> {
                    if (now.input() instanceof Input.Started) {
                        asked.set(7);
                        return StepOutcome.of(
                                List.of(new Effect.Send(Content.text("How many?"))),
                                new Next.AwaitReply(Optional.empty()));
                    }
                    return StepOutcome.then(new Effect.SetVar("limit", Value.of(asked.get())));
                })
                .onOpened();
        var outcome = play(
                new Staged(() -> {
                    asked.set(0); // a process begins with empty memory
                    return forgetful;
                }),
                new Act.Says(ADA, "hi"),
                hears("How many?"),
                new Act.Says(ADA, "3"),
                new Check.Variable("limit", Optional.of("7")));

        var failure = outcome.failure().orElseThrow();
        assertThat(failure.expected()).isEqualTo("the same end as without a crash");
        assertThat(failure.instead())
                .contains("- run of inbound: DONE at step need", "{", "limit=7", "+ run", "limit=0");
        assertThat(failure.crash().orElseThrow()).startsWith("after commit 1 (").contains("a conversation opened");
    }

    @Test
    void an_action_is_performed_again_and_its_result_taken_once() {
        var calls = new Steps()
                .then(
                        "call",
                        "",
                        now -> now.input() instanceof Input.Started
                                ? StepOutcome.of(
                                        new Next.Perform(new ActionCall("look", Value.NIL, Duration.ofSeconds(5), 1)))
                                : StepOutcome.then(new Effect.Send(Content.text("Found"))))
                .onOpened();
        var outcome = play(new Staged(() -> calls), new Act.Says(ADA, "hi"), hears("Found"));

        assertThat(outcome.failure()).isEmpty();
        assertThat(performed.get())
                .as("once for each time it was played, and once more for some")
                .isGreaterThan(outcome.crashes());
    }

    private interface Opening {
        Workflow workflow();
    }

    private record Staged(Opening opening) {}

    private static Staged desk() {
        var desk = new Steps()
                .ask("need", "How can we help?", "desk")
                .assign("desk", "support", "bye")
                .say("bye", "Somebody is with you", "")
                .onOpened();
        return new Staged(() -> desk);
    }

    private static Check hears(String text) {
        return new Check.Hears(new Words.Exactly(text), true, false);
    }

    private Theatre.Outcome play(Staged staged, Event... events) {
        var lines = new ArrayList<Line>();
        for (Event event : events) {
            int number = lines.size() + 1;
            lines.add(new Line("story.conf:" + number, "line " + number, event));
        }
        var scenario = new Scenario("story", "story.conf:1", MONDAY, List.of(ADA), lines);
        try (var scratch = Scratch.in(folder.resolve("test.db"));
                var rehearsal = new Rehearsal(scratch, company(staged), clock, http)) {
            return new Theatre(rehearsal, true).play(scenario);
        }
    }

    private Company company(Staged staged) {
        var settings = new Settings(
                "Test",
                ZoneOffset.UTC,
                List.of(Locale.ENGLISH),
                "support",
                Map.of("support", new Settings.TeamSettings("support", "Support", "first", 0, Set.of("bea"))),
                Map.of(),
                List.of(),
                Settings.ClosePolicy.OPTIONAL,
                Duration.ZERO,
                false,
                5,
                Duration.ofSeconds(60),
                Duration.ofSeconds(5));
        var agent = new Directory.Agent("bea", "Bea", "agent", "en", true, 0, 0, Set.of(), true, "offline", 0, true);
        var parts = new Engine.Parts(
                Map.of(
                        "first",
                        (_, eligible) -> new Ranking(
                                eligible.stream().map(Candidate::agent).toList(), "the first")),
                Map.of("look", (_, _) -> {
                    performed.incrementAndGet();
                    return new ActionResult.Ok(Value.NIL);
                }),
                Map.of());
        return new Company(
                settings,
                List.of(new Directory.Team("support", "Support", "first", 0, List.of("bea"))),
                List.of(agent),
                List.of("site"),
                parts,
                (_, _) -> published(staged.opening().workflow()));
    }

    private static Workflows published(Workflow workflow) {
        return new Workflows() {
            @Override
            public List<Workflow> current() {
                return List.of(workflow);
            }

            @Override
            public Optional<Workflow> version(long id) {
                return Optional.of(workflow);
            }
        };
    }
}
