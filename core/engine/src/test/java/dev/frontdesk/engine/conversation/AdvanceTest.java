package dev.frontdesk.engine.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.TeamId;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.routing.Route;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.StepOutcome;
import dev.frontdesk.engine.desk.Order.What;
import dev.frontdesk.engine.job.Mails;
import dev.frontdesk.engine.model.Handler;
import dev.frontdesk.engine.model.LoadChange;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.model.Message;
import dev.frontdesk.engine.model.QueueRow;
import dev.frontdesk.engine.model.Run;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdvanceTest {
    private final OneContact ada = new OneContact(new Script("inbound")
            .say("greet", "Hello", "need")
            .ask("need", "How can we help?", "desk")
            .assign("desk", "sales", "bye")
            .say("bye", "Bea is here", "")
            .onOpened());

    @Test
    void a_first_message_opens_a_conversation_and_is_not_the_answer_to_the_first_question() {
        ada.says("I want to buy");
        assertThat(ada.conversation.open()).isTrue();
        assertThat(ada.said()).containsExactly("Hello", "How can we help?");
        assertThat(ada.run().awaiting()).isEqualTo(Run.Awaiting.REPLY);
        assertThat(ada.factTypes()).startsWith("conversation.opened", "message.stored", "workflow.started");
    }

    @Test
    void an_answer_moves_the_run_into_the_queue_and_the_matchers_choice_moves_it_on() {
        ada.says("hi");
        ada.says("buy");
        assertThat(ada.run().vars().get("need")).isEqualTo(Value.of("buy"));
        assertThat(ada.conversation.handling().handler()).isEqualTo(new Handler.Queue("sales"));
        ada.assigned("bea");
        assertThat(ada.conversation.handling().handler()).isEqualTo(new Handler.Agent("bea"));
        assertThat(ada.said()).endsWith("Bea is here");
        assertThat(ada.run().state()).isEqualTo(Run.State.DONE);
        assertThat(ada.conversation.handling().handler())
                .as("the run's end leaves the agent in charge")
                .isEqualTo(new Handler.Agent("bea"));
    }

    @Test
    void a_button_of_this_question_counts_and_one_of_an_older_question_is_plain_text() {
        ada.says("hi");
        var question = (Content.Choice) ada.outbox.getLast().content();
        ada.says(new Content.Picked(question.options().getFirst().token(), "Yes"));
        assertThat(ada.run().vars().get("need")).isEqualTo(Value.of("yes"));

        var other = new OneContact(new Script("inbound").ask("need", "?", "").onOpened());
        other.says("hi");
        other.says(new Content.Picked("fd.zz.0.yes", "Yes"));
        assertThat(other.run().vars().get("need")).isEqualTo(Value.of("Yes"));
    }

    @Test
    void a_timeout_counts_only_for_the_revision_it_was_set_for() {
        ada.says("hi");
        int rev = ada.run().rev();
        ada.mail(Mail.Kind.TIMER, Mails.run(ada.run().id(), rev - 1));
        assertThat(ada.run().awaiting()).isEqualTo(Run.Awaiting.REPLY);
        ada.mail(Mail.Kind.TIMER, Mails.run(ada.run().id(), rev));
        assertThat(ada.conversation.handling().handler())
                .as("no branch: on to the next step")
                .isEqualTo(new Handler.Queue("sales"));
    }

    @Test
    void without_a_workflow_the_conversation_goes_to_the_default_team() {
        var alone = new OneContact();
        alone.says("hi");
        assertThat(alone.conversation.handling().handler()).isEqualTo(new Handler.Queue("support"));
        assertThat(alone.queue).hasSize(1);
    }

    @Test
    void a_run_that_fails_leaves_its_conversation_to_the_default_team_and_says_why() {
        var bad = new OneContact(new Script("inbound")
                .step("boom", Map.of(), "", _ -> {
                    throw new IllegalStateException("broken step");
                })
                .onOpened());
        bad.says("hi");
        assertThat(bad.run().state()).isEqualTo(Run.State.FAILED);
        assertThat(bad.run().reason())
                .contains("boom")
                .contains("inbound.conf:1")
                .contains("broken step");
        assertThat(bad.conversation.handling().handler()).isEqualTo(new Handler.Queue("support"));
    }

    @Test
    void a_switched_off_step_type_parks_the_run_and_the_default_team_has_the_conversation() {
        ada.types.disable("test-greet", "it hung");
        ada.says("hi");
        assertThat(ada.run().state()).isEqualTo(Run.State.PARKED);
        assertThat(ada.conversation.handling().handler()).isEqualTo(new Handler.Queue("support"));
    }

    @Test
    void the_first_reply_of_a_person_takes_the_conversation_and_silences_the_bot() {
        ada.says("hi");
        ada.order("bea", new What.Reply("Hi Ada, Bea here"));
        assertThat(ada.conversation.handling().handler()).isEqualTo(new Handler.Agent("bea"));
        assertThat(ada.run().state()).isEqualTo(Run.State.STOPPED);
        assertThat(ada.said()).as("what the bot had not sent yet is dropped").containsExactly("Hi Ada, Bea here");
        assertThat(ada.outbox.getLast().epoch()).as("a person is never fenced").isEqualTo(-1);
        assertThat(ada.loads).containsEntry("bea", 1);
        ada.says("thanks");
        assertThat(ada.said()).as("the bot stays silent").hasSize(1);
    }

    @Test
    void a_choice_of_the_matcher_that_comes_too_late_frees_the_slot_again() {
        ada.says("hi");
        ada.says("buy");
        var row = ada.queue.values().iterator().next();
        ada.order("cem", new What.AssignTo("cem"));
        assertThat(ada.queue).isEmpty();
        ada.queue.put(row.conversation(), row);
        ada.assigned("bea");
        assertThat(ada.conversation.handling().assignee()).isEqualTo("cem");
        assertThat(ada.loads).containsEntry("bea", -1).containsEntry("cem", 1);
    }

    @Test
    void a_wait_that_times_out_moves_the_run_only_and_the_place_in_the_queue_stays() {
        ada.says("hi");
        ada.says("buy");
        ada.mail(Mail.Kind.TIMER, Mails.run(ada.run().id(), ada.run().rev()));
        assertThat(ada.conversation.handling().handler()).isEqualTo(new Handler.Queue("sales"));
        assertThat(ada.queue).hasSize(1);
    }

    @Test
    void closing_frees_the_agent_ends_the_runs_and_the_next_message_opens_a_new_conversation() {
        ada.says("hi");
        ada.order("bea", new What.AssignTo("bea"));
        long first = ada.conversation.id();
        ada.order("bea", new What.Close("order", "done"));
        assertThat(ada.conversation.open()).isFalse();
        assertThat(ada.loads).containsEntry("bea", 0);
        ada.says("hello again");
        assertThat(ada.conversation.id()).isNotEqualTo(first);
        assertThat(ada.conversation.open()).isTrue();
    }

    @Test
    void a_workflows_farewell_is_sent_although_it_closes() {
        var brief = new OneContact(new Script("inbound")
                .step(
                        "bye",
                        Map.of(),
                        "",
                        _ -> StepOutcome.then(
                                new Effect.Send(Content.text("Goodbye")),
                                new Effect.Close(Optional.of("order"), Optional.empty())))
                .onOpened());
        brief.says("hi");
        assertThat(brief.conversation.open()).isFalse();
        assertThat(brief.said()).containsExactly("Goodbye");
        assertThat(brief.queue).isEmpty();
        assertThat(brief.run().state()).isEqualTo(Run.State.DONE);
    }

    @Test
    void a_workflow_for_closed_conversations_may_say_something_and_opens_nothing() {
        var after = new OneContact(
                new Script("thanks").say("thanks", "Thank you", "").onClosed(2));
        after.says("hi");
        after.order("bea", new What.Close("", ""));
        assertThat(after.said()).containsExactly("Thank you");
        assertThat(after.conversation.open()).isFalse();
    }

    @Test
    void a_transfer_changes_the_queue_and_takes_the_load_from_the_agent() {
        ada.says("hi");
        ada.order("bea", new What.AssignTo("bea"));
        ada.order("bea", new What.TransferTo("support"));
        assertThat(ada.conversation.handling().handler()).isEqualTo(new Handler.Queue("support"));
        assertThat(ada.loads).containsEntry("bea", 0);
        ada.order("bea", new What.TransferTo("sales"));
        assertThat(ada.queue.values().iterator().next().team()).isEqualTo("sales");
        ada.order("bea", new What.TransferTo("nowhere"));
        assertThat(ada.last.commands.getFirst().message()).contains("nowhere");
    }

    @Test
    void an_agent_begins_a_conversation_and_no_bot_speaks_in_it() {
        ada.order("bea", new What.Start("site", "We have news"));
        assertThat(ada.conversation.opened().source()).isEqualTo("user");
        assertThat(ada.conversation.handling().handler()).isEqualTo(new Handler.Agent("bea"));
        assertThat(ada.said()).containsExactly("We have news");
        ada.order("cem", new What.Start("site", "Me too"));
        assertThat(ada.last.commands.getFirst().ok()).isFalse();
    }

    @Test
    void an_idle_conversation_closes_and_one_with_a_recent_message_does_not() {
        ada.says("hi");
        ada.order("bea", new What.AssignTo("bea"));
        ada.now += 1000;
        ada.mail(Mail.Kind.IDLE, Value.EMPTY);
        assertThat(ada.conversation.open()).isTrue();
        ada.now += 3_600_000;
        ada.mail(Mail.Kind.IDLE, Value.EMPTY);
        assertThat(ada.conversation.open()).isFalse();
        assertThat(ada.conversation.closed().source()).isEqualTo("auto_close");
    }

    @Test
    void a_team_nobody_is_in_falls_back_to_the_default_team_or_to_the_unroutable_branch() {
        var lost =
                new OneContact(new Script("inbound").assign("desk", "empty", "").onOpened());
        lost.says("hi");
        assertThat(lost.conversation.handling().handler()).isEqualTo(new Handler.Queue("support"));
    }

    @Test
    void long_text_becomes_several_messages_that_together_say_the_same() {
        String text = "word ".repeat(60).strip();
        var wordy = new OneContact(new Script("inbound").say("greet", text, "").onOpened());
        wordy.says("hi");
        assertThat(wordy.said()).hasSizeGreaterThan(2).allMatch(part -> part.length() <= 100);
        assertThat(String.join(" ", wordy.said())).isEqualTo(text);
    }

    @Test
    void the_same_mail_gives_the_same_changes_again() {
        ada.says("hi");
        var first = ada.said();
        var again = new OneContact(new Script("inbound")
                .say("greet", "Hello", "need")
                .ask("need", "How can we help?", "desk")
                .onOpened());
        again.says("hi");
        assertThat(again.said()).isEqualTo(first);
    }

    @Test
    void a_note_is_kept_and_sent_to_nobody() {
        ada.says("hi");
        int before = ada.outbox.size();
        ada.order("bea", new What.Note("VIP"));
        assertThat(ada.outbox).hasSize(before);
        assertThat(ada.messages.getLast().direction()).isEqualTo(Message.Direction.NOTE);
    }

    @Test
    void a_loop_without_a_wait_ends_the_run_instead_of_the_process() {
        var loop = new OneContact(new Script("inbound")
                .step("again", Map.of(), "", _ -> StepOutcome.of(List.of(), new Next.Jump("again")))
                .onOpened());
        loop.says("hi");
        assertThat(loop.run().state()).isEqualTo(Run.State.FAILED);
        assertThat(loop.run().reason()).contains("loop");
    }

    @Test
    void a_run_that_leaves_the_queue_is_in_charge_again_and_its_end_leaves_nobody_out() {
        var impatient = new OneContact(new Script("inbound")
                .step(
                        "desk",
                        Map.of(),
                        "away",
                        now -> now.input() instanceof Input.TimedOut
                                ? StepOutcome.of(Next.onward())
                                : StepOutcome.of(new Next.AwaitAgent(
                                        Route.to(new TeamId("sales"), "test"), Optional.of(Duration.ofHours(1)), true)))
                .say("away", "Nobody is free", "")
                .onOpened());
        impatient.says("hi");
        impatient.mail(
                Mail.Kind.TIMER, Mails.run(impatient.run().id(), impatient.run().rev()));
        assertThat(impatient.said()).containsExactly("Nobody is free");
        assertThat(impatient.conversation.handling().handler()).isEqualTo(new Handler.Queue("support"));
        assertThat(impatient.queue.values()).extracting(QueueRow::team).containsExactly("support");
    }

    @Test
    void a_choice_made_before_the_agent_was_disabled_puts_the_conversation_back_into_its_queue() {
        ada.says("hi");
        ada.says("buy");
        ada.assigned("dan");
        assertThat(ada.conversation.handling().handler()).isEqualTo(new Handler.Queue("sales"));
        assertThat(ada.queue).hasSize(1);
        assertThat(ada.loads).containsEntry("dan", -1);
        ada.assigned("bea");
        assertThat(ada.conversation.handling().assignee()).isEqualTo("bea");
    }

    @Test
    void a_choice_for_the_queue_the_run_has_left_does_not_count_for_the_next_one() {
        var twice = new OneContact(new Script("inbound")
                .step(
                        "desk",
                        Map.of(),
                        "second",
                        now -> now.input() instanceof Input.TimedOut
                                ? StepOutcome.of(Next.onward())
                                : StepOutcome.of(new Next.AwaitAgent(
                                        Route.to(new TeamId("sales"), "test"),
                                        Optional.of(Duration.ofHours(1)),
                                        false)))
                .assign("second", "support", "")
                .onOpened());
        twice.says("hi");
        var first = twice.queue.values().iterator().next();
        twice.now += 3_600_000;
        twice.mail(Mail.Kind.TIMER, Mails.run(twice.run().id(), twice.run().rev()));
        twice.assigned(first, "bea");
        assertThat(twice.conversation.handling().handler()).isEqualTo(new Handler.Queue("support"));
        assertThat(twice.queue).hasSize(1);
        assertThat(twice.loads).containsEntry("bea", -1);
    }

    @Test
    void messages_leave_the_idle_alarm_alone_and_it_is_set_again_to_the_very_moment() {
        ada.says("hi");
        ada.order("bea", new What.AssignTo("bea"));
        long alarm = ada.conversation.activity().wakeAt();
        ada.now += 3_000_000;
        ada.says("still here");
        assertThat(ada.conversation.activity().wakeAt()).isEqualTo(alarm);
        ada.now = alarm;
        ada.mail(Mail.Kind.IDLE, Value.EMPTY);
        assertThat(ada.conversation.activity().wakeAt()).isEqualTo(alarm + 3_000_000);
        ada.now = alarm + 2_999_000;
        ada.mail(Mail.Kind.IDLE, Value.EMPTY);
        assertThat(ada.conversation.activity().wakeAt()).isEqualTo(alarm + 3_000_000);
    }

    @Test
    void a_step_that_answers_nothing_fails_its_run_and_not_the_message() {
        var mute = new OneContact(
                new Script("inbound").step("mute", Map.of(), "", _ -> null).onOpened());
        mute.says("hi");
        assertThat(mute.run().state()).isEqualTo(Run.State.FAILED);
        assertThat(mute.conversation.handling().handler()).isEqualTo(new Handler.Queue("support"));
    }

    @Test
    void a_question_about_a_closed_conversation_takes_no_answer_from_the_next_one() {
        var surveyed = new OneContact(
                new Script("inbound").ask("need", "How can we help?", "").onOpened(),
                new Script("survey").ask("stars", "How was it?", "").onClosed(2));
        surveyed.says("hi");
        surveyed.order("bea", new What.Close("", ""));
        surveyed.says("my lamp is broken");
        surveyed.says("the big one");
        assertThat(surveyed.runs.values())
                .filteredOn(run -> run.vars().values().containsKey("stars"))
                .isEmpty();
        assertThat(surveyed.runs.values())
                .filteredOn(run -> run.vars().get("need").equals(Value.of("the big one")))
                .hasSize(1);
    }

    @Test
    void mail_that_cannot_be_handled_frees_the_slot_it_held() {
        ada.says("hi");
        ada.says("buy");
        var row = ada.queue.values().iterator().next();
        var changes = ada.given(row, "bea");
        assertThat(changes.deadLetters).hasSize(1);
        assertThat(changes.loadChanges).extracting(LoadChange::delta).containsExactly(-1);
    }
}
