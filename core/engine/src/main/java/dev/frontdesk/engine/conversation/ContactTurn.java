package dev.frontdesk.engine.conversation;

import dev.frontdesk.api.AgentId;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.engine.Ids;
import dev.frontdesk.engine.Settings;
import dev.frontdesk.engine.desk.Order;
import dev.frontdesk.engine.job.Copies;
import dev.frontdesk.engine.job.Mails;
import dev.frontdesk.engine.model.Changes;
import dev.frontdesk.engine.model.ContactState;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Handler;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.model.Message;
import dev.frontdesk.engine.model.Reach;
import dev.frontdesk.engine.model.Run;
import dev.frontdesk.engine.port.Surroundings;
import dev.frontdesk.engine.workflow.Runner;
import dev.frontdesk.engine.workflow.Runs;
import dev.frontdesk.engine.workflow.Workflows;
import java.util.Objects;

/** One contact's mail, piece by piece. Belongs to one thread and one computation. */
final class ContactTurn {
    private final Book book;
    private final Handling handling;
    private final Triggers triggers;
    private final Surroundings surroundings;
    private final Orders orders;

    ContactTurn(
            ContactState state,
            Settings settings,
            Workflows workflows,
            Surroundings surroundings,
            Runner runner,
            Ids ids) {
        this.surroundings = surroundings;
        book = new Book(state, settings, surroundings, ids);
        handling = new Handling(book, settings);
        triggers = new Triggers(book, handling, workflows, surroundings, runner, settings);
        orders = new Orders(book, handling, triggers, surroundings, settings);
    }

    void take(Mail mail) {
        book.begin(mail);
        switch (mail.kind()) {
            case MESSAGE -> message(mail);
            case COMMAND -> orders.take(Order.of(mail.contact(), mail.payload()), mail);
            case TIMER -> triggers.resume(mail, new Input.TimedOut());
            case IDLE -> alarm();
            case ACTION -> triggers.resume(mail, new Input.Performed(Mails.result(mail.payload())));
            case DELIVERY -> delivery(mail);
            case ASSIGNED -> assigned(mail);
            case REACH -> book.reachable(mail.payload());
            case CAPPED -> capped(mail);
            case LEFT -> new Joining(book, handling).left();
            case JOINED -> new Joining(book, handling).joined(mail.payload());
            case PARTED -> new Joining(book, handling).parted(mail.payload());
        }
    }

    Changes changes() {
        return book.changes();
    }

    private void message(Mail mail) {
        Message message = Objects.requireNonNull(mail.message());
        var payload = mail.payload();
        var reach = new Reach(
                message.channel(),
                payload.get("identity").asText(),
                payload.get("thread").asText(),
                message.sentAt() > 0 ? Math.min(message.sentAt(), message.at()) : message.at());
        var head = message.head();
        if (head.isAutomatic()) {
            automatic(message);
            return;
        }
        if (!head.byAnother()) {
            book.introduce(payload.get("name").asText(), payload.get("language").asText());
        }
        if (book.profile().blocked()) {
            book.fact("message.blocked", 0, "message", Long.toString(message.id()));
            return;
        }
        if (book.open() == null) {
            boolean returning = book.latest() != null;
            String lastAgent =
                    book.latest() == null ? "" : book.latest().handling().assignee();
            book.opened("contact", reach, Handler.NONE, "");
            book.heard(message, reach);
            if (head.byAnother()) {
                handling.toDefaultTeam("somebody else wrote in the contact's thread");
            } else {
                // Nothing was said yet that copies could give away.
                book.joined(message.channel(), Copies.welcome(payload));
                triggers.opened(message.content().plainText(), returning, lastAgent);
            }
        } else {
            // Who is not the contact neither answers what they were asked nor says where they are answered.
            book.heard(
                    message,
                    head.byAnother() ? Objects.requireNonNull(book.open()).reach() : reach);
            if (!head.byAnother()) {
                triggers.replied(message);
            }
        }
        book.joined(message.channel(), Copies.of(payload));
    }

    /** Nobody wrote it, so nobody waits for an answer: it is kept where it belongs, and that is all. */
    private void automatic(Message message) {
        book.fact(
                "message.stored",
                message.ord(),
                "message",
                Long.toString(message.id()),
                "direction",
                "in",
                "author",
                "contact",
                "automatic",
                message.head().automatic());
    }

    /** What the bot wanted to say was not sent: whoever it waits for would wait in vain, so people go on. */
    private void capped(Mail mail) {
        Conversation open = book.open();
        if (open != null
                && open.id() == Mails.number(mail.payload(), "conversation")
                && open.handling().handler() instanceof Handler.Bot) {
            triggers.stop(mail.payload().get("why").asText());
            handling.toDefaultTeam(mail.payload().get("why").asText());
        }
    }

    /** The last of the awaited messages speaks for all of them; the first that fails, too. */
    private void delivery(Mail mail) {
        boolean accepted = mail.payload().get("accepted").equals(Value.of(true));
        Run run = book.run(Mails.number(mail.payload(), "run"));
        if (run != null && (!accepted || Runs.awaits(run, Mails.number(mail.payload(), "message")))) {
            triggers.resume(
                    mail,
                    new Input.Delivered(accepted, mail.payload().get("why").asText()));
        }
    }

    private void assigned(Mail mail) {
        String agent = mail.payload().get("agent").asText();
        Conversation open = book.open();
        if (!Handling.fits(open, mail.payload())) {
            book.load(agent, -1, 0);
            return;
        }
        if (surroundings.isDisabled(agent)) {
            book.load(agent, -1, 0);
            handling.backToQueue();
            return;
        }
        handling.byMatcher(agent, mail.payload());
        for (Run run : book.runs()) {
            if (run.awaiting() == Run.Awaiting.AGENT) {
                triggers.go(run, new Input.Assigned(new AgentId(agent)));
            }
        }
    }

    /** It was time to look: closes what is idle, warns of a window about to close, and sets the alarm to what is due next. */
    private void alarm() {
        Conversation open = book.open();
        if (open == null) {
            return;
        }
        long idle = book.alarm().idleDue(open, book.now());
        if (idle != 0 && idle <= book.now()) {
            triggers.close("", "auto_close", "", "");
            return;
        }
        long warning = book.alarm().warningDue(open);
        boolean warn = warning != 0 && warning <= book.now();
        if (warn && book.windowEnds(open) > book.now()) {
            book.fact(
                    "window.closing",
                    book.nextOrd(),
                    new Value.Fields(java.util.Map.of(
                            "channel", Value.of(open.reach().channel()),
                            "ends", new Value.Time(java.time.Instant.ofEpochMilli(book.windowEnds(open))),
                            "unanswered", Value.of(open.activity().waitingSince() > 0))));
        }
        book.lookAgain(open.activity().windowTold() || warn);
    }
}
