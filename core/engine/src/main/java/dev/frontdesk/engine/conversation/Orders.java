package dev.frontdesk.engine.conversation;

import dev.frontdesk.api.TeamId;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Participant;
import dev.frontdesk.api.routing.Route;
import dev.frontdesk.engine.Settings;
import dev.frontdesk.engine.desk.Order;
import dev.frontdesk.engine.desk.Order.What;
import dev.frontdesk.engine.job.Mails;
import dev.frontdesk.engine.model.Changes.CommandOutcome;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Handler;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.model.MergeOrder;
import dev.frontdesk.engine.model.Message.Author;
import dev.frontdesk.engine.model.Reach;
import dev.frontdesk.engine.outbox.Fit;
import dev.frontdesk.engine.port.Surroundings;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What people ask for at the inbox. Their messages are never fenced; the bot's are, from the moment a person steps in. */
final class Orders {
    private static final String DONE = "";

    private final Book book;
    private final Handling handling;
    private final Triggers triggers;
    private final Surroundings surroundings;
    private final Settings settings;

    Orders(Book book, Handling handling, Triggers triggers, Surroundings surroundings, Settings settings) {
        this.book = book;
        this.handling = handling;
        this.triggers = triggers;
        this.surroundings = surroundings;
        this.settings = settings;
    }

    void take(Order order, Mail mail) {
        String problem = act(order, mail);
        book.changes().commands.add(new CommandOutcome(order.id(), problem.isEmpty(), problem));
        String ok = problem.isEmpty() ? "true" : "false";
        book.fact("command", 0, "id", order.id(), "by", order.by(), "ok", ok, "message", problem);
    }

    /** Answers what is in the way, or an empty text. */
    private String act(Order order, Mail mail) {
        if (order.what() instanceof What.Start(var _, var text)) {
            return start(order.by(), Content.text(text), mail);
        }
        if (order.what() instanceof What.Form form && !form.channel().isEmpty()) {
            return start(order.by(), filled(form), mail);
        }
        if (order.what() instanceof What.Resume) {
            triggers.resumeParked();
            return DONE;
        }
        if (order.what() instanceof What.SamePerson(long other)) {
            return same(other, order.by());
        }
        if (order.what() instanceof What.Part(long merge, long loser)) {
            return part(merge, loser, order.by());
        }
        Conversation latest = book.latest();
        if (latest == null || latest.id() != order.conversation()) {
            return "the conversation is not the contact's newest one";
        }
        if (order.what() instanceof What.Note(var text)) {
            book.note(text, Author.AGENT, order.by(), "agent:" + order.id());
            return DONE;
        }
        if (!latest.open()) {
            return "the conversation is closed";
        }
        return switch (order.what()) {
            case What.Reply reply -> {
                String replyTo = reply.on().equals(latest.reach().channel()) ? reply.replyTo() : "";
                yield reply(order, latest, Content.text(reply.text()), replyTo);
            }
            case What.File file -> file(order, latest, media(file));
            case What.Album(var files) ->
                file(
                        order,
                        latest,
                        new Content.Album(files.stream().map(Orders::media).toList()));
            case What.Form form -> reply(order, latest, filled(form), "");
            case What.Standing(var channel, var identity, var active) -> {
                var standing = active ? Participant.Standing.ACTIVE : Participant.Standing.REMOVED;
                book.stand(channel, new Participant(identity, "", standing));
                yield DONE;
            }
            case What.AssignTo(var agent) -> assign(agent, order.by());
            case What.TransferTo(var team) -> transfer(team, order.by());
            case What.Requeue(var reason) -> requeue(latest, order.by(), reason);
            case What.Close(var category, var summary) -> {
                triggers.stop("closed");
                triggers.close(order.by(), "user", category, summary);
                yield DONE;
            }
            case What.Note _, What.Start _, What.SamePerson _, What.Part _, What.Resume _ -> DONE;
        };
    }

    /** The first reply of a person makes the conversation theirs, whoever had it queued or spoke as a bot. */
    private String reply(Order order, Conversation open, Content content, String replyTo) {
        if (!(open.handling().handler() instanceof Handler.Agent)) {
            triggers.stop("an agent replied");
            handling.byPerson(order.by(), order.by(), "first-reply");
        } else {
            triggers.stop("an agent replied");
        }
        book.answer(content, replyTo, order.by(), "agent:" + order.id());
        return DONE;
    }

    /** What the channel would not take is refused while the agent still has it before them. */
    private String file(Order order, Conversation open, Content files) {
        return Fit.refusal(surroundings.capabilities(open.reach().channel()), files)
                .orElseGet(() -> reply(order, open, files, ""));
    }

    private static Content.Media media(What.File file) {
        return new Content.Media(file.kind(), file.file(), file.text());
    }

    /** In a transaction of its own, for it concerns two contacts; kept until then, so that a crash does not lose it. */
    private String same(long other, String by) {
        if (other == book.contact()) {
            return "that is the same contact already";
        }
        book.changes()
                .merges
                .add(new MergeOrder(
                        book.newId(), book.contact(), other, "told by " + surroundings.agentName(by), book.now()));
        return DONE;
    }

    private String part(long merge, long loser, String by) {
        book.changes()
                .merges
                .add(new MergeOrder(
                        merge, book.contact(), loser, "undone by " + surroundings.agentName(by), book.now(), true));
        return DONE;
    }

    private static Content filled(What.Form form) {
        return new Content.Preset(
                form.name(), Locale.forLanguageTag(form.language()), form.values(), Optional.empty(), "");
    }

    private String assign(String agent, String by) {
        if (!surroundings.isAgent(agent)) {
            return "there is no agent '" + agent + "'";
        }
        triggers.stop("an agent took over");
        handling.byPerson(agent, by, "manual");
        return DONE;
    }

    private String transfer(String team, String by) {
        if (!surroundings.isTeam(team)) {
            return "there is no team '" + team + "'";
        }
        triggers.stop("transferred");
        handling.silenceBot("transferred");
        handling.toQueue(Route.to(new TeamId(team), "transferred by " + surroundings.agentName(by)), "", Set.of());
        book.fact("conversation.transferred", 0, "team", team, "by", by);
        return DONE;
    }

    private String requeue(Conversation open, String by, String reason) {
        triggers.stop("put back into the queue");
        handling.silenceBot("put back into the queue");
        book.fact("conversation.unassigned", book.nextOrd(), "by", by, "why", reason);
        String team = open.handling().team().isEmpty()
                ? settings.defaultTeam()
                : open.handling().team();
        handling.toQueue(
                Route.to(new TeamId(team), reason.isEmpty() ? "put back by " + surroundings.agentName(by) : reason),
                "",
                Set.of());
        return DONE;
    }

    /** An agent begins: the conversation is theirs, and workflows that speak with the contact stay out of it. */
    private String start(String by, Content content, Mail mail) {
        if (book.open() != null) {
            return "the contact has an open conversation already";
        }
        var reach = new Reach(
                mail.payload().get("channel").asText(),
                mail.payload().get("identity").asText(),
                mail.payload().get("thread").asText(),
                Mails.number(mail.payload(), "heard"));
        if (reach.identity().isEmpty()) {
            return "the contact cannot be reached on channel '" + reach.channel() + "'";
        }
        book.opened("user", reach, new Handler.Agent(by), by);
        book.load(by, 1, 0);
        book.say(
                content,
                null,
                Author.AGENT,
                by,
                null,
                -1,
                "agent:" + mail.payload().get("id").asText());
        triggers.opened(content.plainText(), true, by);
        return DONE;
    }
}
