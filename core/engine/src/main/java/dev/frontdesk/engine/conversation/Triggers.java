package dev.frontdesk.engine.conversation;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.engine.Settings;
import dev.frontdesk.engine.job.Mails;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Handler;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.model.Message;
import dev.frontdesk.engine.model.Run;
import dev.frontdesk.engine.port.Surroundings;
import dev.frontdesk.engine.workflow.Runner;
import dev.frontdesk.engine.workflow.Runs;
import dev.frontdesk.engine.workflow.Workflow.Trigger;
import dev.frontdesk.engine.workflow.Workflow;
import dev.frontdesk.engine.workflow.Workflows;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Starts, resumes and ends runs as things happen in the conversation. Belongs to one thread. */
final class Triggers {
    private final Book book;
    private final Handling handling;
    private final Workflows workflows;
    private final Runner runner;
    private final Stage stage;

    Triggers(
            Book book,
            Handling handling,
            Workflows workflows,
            Surroundings surroundings,
            Runner runner,
            Settings settings) {
        this.book = book;
        this.handling = handling;
        this.workflows = workflows;
        this.runner = runner;
        this.stage = new Stage(book, handling, this, surroundings, settings);
    }

    /** A conversation has opened: workflows that match begin; with nobody in charge after that it goes to the default team. */
    void opened(String text, boolean returning, String lastAgent) {
        Conversation open = Objects.requireNonNull(book.open());
        stop("a new conversation began");
        fire(
                Trigger.CONVERSATION_OPENED,
                Map.of(
                        "source", Value.of(open.opened().source()),
                        "channel", Value.of(open.reach().channel()),
                        "text", Value.of(text),
                        "language", Value.of(stage.language().toLanguageTag()),
                        "returning", Value.of(returning),
                        "last_agent", Value.of(lastAgent)));
        Conversation after = book.open();
        if (after != null && after.handling().handler() instanceof Handler.None) {
            handling.toDefaultTeam("no workflow took the conversation");
        }
    }

    /** The contact wrote into an open conversation: whoever awaits an answer gets it. */
    void replied(Message message) {
        for (Run run : book.runs()) {
            if (run.awaiting() == Run.Awaiting.REPLY) {
                go(run, new Input.Replied(new dev.frontdesk.api.MessageId(message.id()), message.content()));
                return;
            }
        }
        for (Run run : book.runs()) {
            if (run.awaiting() == Run.Awaiting.ACTION && run.slot().isEmpty()) {
                book.change(Runs.hearing(run, message.content()));
            }
        }
        received(message);
    }

    /** Nobody had asked: workflows that look at every message see it. */
    private void received(Message message) {
        if (workflows.current().stream().noneMatch(workflow -> workflow.trigger() == Trigger.MESSAGE_RECEIVED)) {
            return;
        }
        Conversation open = Objects.requireNonNull(book.open());
        fire(
                Trigger.MESSAGE_RECEIVED,
                Map.of(
                        "source", Value.of("contact"),
                        "channel", Value.of(message.channel()),
                        "text", Value.of(message.content().plainText()),
                        "language", Value.of(stage.language().toLanguageTag()),
                        "handler", Value.of(who(open.handling().handler())),
                        "assignee", Value.of(open.handling().assignee())));
    }

    private static String who(Handler handler) {
        return switch (handler) {
            case Handler.Bot _ -> "bot";
            case Handler.Queue _ -> "queue";
            case Handler.Agent _ -> "agent";
            case Handler.None _ -> "nobody";
        };
    }

    /** An input for the run and revision the mail names; an older revision has moved on and takes it no more. */
    void resume(Mail mail, Input input) {
        Run run = book.run(Mails.number(mail.payload(), "run"));
        if (run != null && run.rev() == Mails.number(mail.payload(), "rev") && run.state() == Run.State.WAITING) {
            if (input instanceof Input.TimedOut && run.awaiting() == Run.Awaiting.AGENT && Runs.leavesQueue(run)) {
                handling.backToBot(run);
            }
            go(run, input);
        }
    }

    void go(Run run, Input input) {
        Optional<Workflow> workflow = workflows.version(run.version());
        Run after = workflow.isEmpty()
                ? run.parked("version " + run.version() + " of workflow '" + run.workflow() + "' cannot be read")
                : runner.resume(workflow.get(), run, input, stage);
        settle(after);
    }

    /** Lets parked runs try their step again. */
    void resumeParked() {
        for (Run run : book.runs()) {
            if (run.state() == Run.State.PARKED) {
                resumeParked(run);
            }
        }
    }

    /** Where a person has taken over meanwhile, the run has nothing left to do. */
    private void resumeParked(Run run) {
        Conversation open = book.open();
        if (run.slot().isEmpty() && (open == null || open.handling().handler() instanceof Handler.Agent)) {
            book.change(run.ended(Run.State.STOPPED, "a person went on while it was parked", book.now()));
            return;
        }
        if (run.slot().isEmpty()) {
            handling.backToBot(run);
        }
        go(run, new Input.Started());
    }

    /** Ends what a person's stepping in ends. */
    void stop(String reason) {
        for (Run run : book.runs()) {
            if (run.slot().isEmpty()) {
                book.change(run.ended(Run.State.STOPPED, reason, book.now()));
            }
        }
    }

    void close(String by, String source, String category, String summary) {
        Conversation open = Objects.requireNonNull(book.open());
        handling.closed(by, source, category, summary);
        for (Run run : book.runs()) {
            book.change(run.ended(Run.State.STOPPED, "closed", book.now()));
        }
        fire(
                Trigger.CONVERSATION_CLOSED,
                Map.of(
                        "source", Value.of(source),
                        "channel", Value.of(open.reach().channel()),
                        "language", Value.of(stage.language().toLanguageTag()),
                        "category", Value.of(category),
                        "assignee", Value.of(open.handling().assignee())));
    }

    private void fire(Trigger trigger, Map<String, Value> attributes) {
        for (Workflow workflow : workflows.current()) {
            if (workflow.trigger() != trigger
                    || workflow.oncePerContact() && !stage.firstTime(workflow.name())
                    || workflow.when().isPresent()
                            && !workflow.when().get().test(stage.facts(new Value.Fields(attributes)))) {
                continue;
            }
            if (trigger == Trigger.MESSAGE_RECEIVED && runs(workflow)) {
                continue; // one at a time: a contact who writes much is no reason to do it many times over
            }
            Conversation about = Objects.requireNonNull(book.latest());
            boolean taken = about.open() && !(about.handling().handler() instanceof Handler.None);
            if (workflow.interactive() && taken) {
                book.fact("workflow.skipped", 0, "workflow", workflow.name(), "why", "somebody is in charge already");
                continue;
            }
            long id = book.newId();
            String slot = workflow.interactive() ? "" : Long.toString(id, 36);
            var origin = new Run.Origin(
                    id, book.contact(), book.part(), about.id(), workflow.name(), workflow.version(), slot, book.now());
            Run run = Run.fresh(origin, workflow.first().id(), new Value.Fields(new HashMap<>(attributes)));
            book.begin(run);
            if (workflow.oncePerContact()) {
                stage.remember(workflow.name());
            }
            if (workflow.interactive() && about.open()) {
                handling.toBot(run);
            }
            book.fact("workflow.started", book.nextOrd(), "workflow", workflow.name());
            settle(runner.start(workflow, run, stage));
        }
    }

    private boolean runs(Workflow workflow) {
        return book.runs().stream().anyMatch(run -> run.workflow().equals(workflow.name()));
    }

    /** Keeps the run's new place, and sees that the conversation is not left without anybody in charge. */
    private void settle(Run run) {
        Run known = book.run(run.id());
        if (known == null) {
            return; // ended meanwhile, by its own close
        }
        book.change(run);
        Conversation open = book.open();
        boolean alone = open != null && open.handling().handler().equals(new Handler.Bot(run.id()));
        switch (run.state()) {
            case WAITING -> {}
            case DONE -> {
                if (alone) {
                    handling.toDefaultTeam("workflow '" + run.workflow() + "' ended: " + run.reason());
                }
            }
            case PARKED, FAILED, STOPPED -> {
                book.fact(
                        "run.failed",
                        book.nextOrd(),
                        "workflow",
                        run.workflow(),
                        "step",
                        run.step(),
                        "reason",
                        run.reason());
                if (alone) {
                    handling.toDefaultTeam("workflow '" + run.workflow() + "' stands still: " + run.reason());
                }
            }
        }
    }
}
