package dev.frontdesk.engine.conversation;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.routing.Route;
import dev.frontdesk.engine.Settings;
import dev.frontdesk.engine.job.Mails;
import dev.frontdesk.engine.model.Changes;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Handler;
import dev.frontdesk.engine.model.OutboxRow;
import dev.frontdesk.engine.model.QueueRow;
import dev.frontdesk.engine.model.Run;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is in charge of the open conversation, and how that changes. Belongs to one thread. */
final class Handling {
    private final Book book;
    private final Settings settings;

    Handling(Book book, Settings settings) {
        this.book = book;
        this.settings = settings;
    }

    private Conversation open() {
        return Objects.requireNonNull(book.open());
    }

    void toBot(Run run) {
        Conversation open = open();
        book.change(open.with(open.handling().by(new Handler.Bot(run.id()))));
    }

    /** Into a team's queue, by a run or because nobody else is in charge. */
    void toQueue(Route route, String agent, Set<String> exclude) {
        Conversation open = open();
        release(open);
        dequeue(open);
        String team = route.team().value();
        book.change(open.with(open.handling().queued(team, book.now(), route.priority(), route.skills())));
        var queued = open();
        book.changes()
                .enqueued
                .put(
                        open.id(),
                        new QueueRow(
                                open.id(),
                                open.contact(),
                                team,
                                agent,
                                route.priority(),
                                book.now(),
                                queued.handling().epoch(),
                                route.skills(),
                                exclude,
                                open.reach().channel(),
                                book.profile().language(),
                                book.windowEnds(open)));
        book.fact("conversation.routed", book.nextOrd(), "team", team, "rule", route.rule());
        book.fact("conversation.queued", 0, "team", team);
    }

    /** To the default team, so that a conversation without anybody in charge is never forgotten. */
    void toDefaultTeam(String reason) {
        toQueue(Route.to(new dev.frontdesk.api.TeamId(settings.defaultTeam()), reason), "", Set.of());
    }

    /** The run goes on by itself: nobody has to be found any more, and its end decides who is next. */
    void backToBot(Run run) {
        Conversation open = open();
        if (open.handling().handler() instanceof Handler.Queue) {
            dequeue(open);
            book.change(open.with(open.handling().free()));
        }
        toBot(run);
    }

    /** The matcher's choice can still be followed: the conversation waits in the very place that was given away. */
    static boolean fits(@Nullable Conversation open, Value.Fields choice) {
        return open != null
                && open.open()
                && open.id() == Mails.number(choice, "conversation")
                && open.handling()
                        .handler()
                        .equals(new Handler.Queue(choice.get("team").asText()))
                && open.handling().queuedAt() == Mails.number(choice, "queued")
                && open.handling().epoch() == Mails.number(choice, "epoch");
    }

    /** The place in the queue that a matcher's choice has used up, once more. */
    static QueueRow placeOf(Conversation open, String language, long windowEnds) {
        var handling = open.handling();
        return new QueueRow(
                open.id(),
                open.contact(),
                handling.team(),
                "",
                handling.priority(),
                handling.queuedAt(),
                handling.epoch(),
                handling.skills(),
                Set.of(),
                open.reach().channel(),
                language,
                windowEnds);
    }

    void backToQueue() {
        Conversation open = open();
        book.changes().enqueued.put(open.id(), placeOf(open, book.profile().language(), book.windowEnds(open)));
        book.fact("conversation.queued", 0, "team", open.handling().team());
    }

    /** The matcher's choice: it has booked the load already. */
    void byMatcher(String agent, Value.Fields payload) {
        Conversation open = open();
        book.changes().enqueued.remove(open.id());
        book.change(open.with(open.handling().assigned(agent)));
        var details = new LinkedHashMap<String, Value>();
        details.put("agent", Value.of(agent));
        details.put("source", Value.of("strategy"));
        details.put("why", payload.get("why"));
        details.put("decision", payload.get("decision"));
        book.fact("conversation.assigned", book.nextOrd(), new Value.Fields(details));
    }

    /** A person's choice: over capacity if they want, and the bot is silent from here. */
    void byPerson(String agent, String by, String source) {
        Conversation open = open();
        if (open.handling().assignee().equals(agent) && open.handling().handler() instanceof Handler.Agent) {
            return;
        }
        release(open);
        dequeue(open);
        book.change(open.with(open.handling().raised().assigned(agent)));
        fence(open().handling().epoch(), "an agent took over");
        book.load(agent, 1, 0);
        book.fact("conversation.assigned", book.nextOrd(), "agent", agent, "by", by, "source", source);
    }

    /** What the bot has said and nobody has sent yet is not sent any more. */
    void silenceBot(String why) {
        Conversation open = open();
        book.change(open.with(open.handling().raised()));
        fence(open().handling().epoch(), why);
    }

    void closed(String by, String source, String category, String summary) {
        Conversation open = open();
        release(open);
        dequeue(open);
        long ord = book.nextOrd();
        // A workflow's own farewell must not be lost: only what is older than its epoch is.
        fence(open.handling().epoch() + (source.equals("workflow") ? 0 : 1), "the conversation was closed");
        book.change(open.with(open.handling().raised().by(Handler.NONE))
                .with(new Conversation.Closed(book.now(), ord, by, source, category, summary)));
        book.fact("conversation.closed", ord, "by", by, "source", source, "category", category, "summary", summary);
    }

    /** An agent's own close or transfer frees their slot. */
    private void release(Conversation open) {
        if (open.handling().handler() instanceof Handler.Agent(var agent)) {
            book.load(agent, -1, book.now());
        }
    }

    private void dequeue(Conversation open) {
        if (book.changes().enqueued.remove(open.id()) == null && open.handling().handler() instanceof Handler.Queue) {
            book.changes().dequeued.add(open.id());
        }
    }

    private void fence(int below, String why) {
        Conversation open = open();
        var changes = book.changes();
        changes.fences.add(new Changes.Fence(open.contact(), open.id(), below, why));
        var dropped = changes.outbox.stream()
                .filter(row -> row.conversation() == open.id() && row.epoch() >= 0 && row.epoch() < below)
                .toList();
        for (OutboxRow row : dropped) {
            changes.outbox.remove(row);
            changes.messages.removeIf(message -> message.id() == row.id());
            book.fact("message.fenced", book.nextOrd(), "text", row.content().plainText(), "why", why);
        }
    }
}
