package dev.frontdesk.web.inbox;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Intake;
import dev.frontdesk.engine.Settings;
import dev.frontdesk.engine.desk.Desk;
import dev.frontdesk.engine.desk.Order;
import dev.frontdesk.engine.desk.Order.What;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.engine.port.Directory;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.web.http.Exchange;
import dev.frontdesk.web.http.JsonBody;
import dev.frontdesk.web.http.Refusal;
import dev.frontdesk.web.http.Route;
import dev.frontdesk.web.http.Routes;
import dev.frontdesk.web.staff.Staff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What agents do. Each command is an order at the desk; its outcome comes on the live stream. */
public final class CommandRoutes implements Routes {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int MAX_TEXT = 16_000;
    private static final int MAX_FILES = 10;

    private final InboxReads inbox;
    private final Desk desk;
    private final Staff staff;
    private final Settings settings;

    public CommandRoutes(InboxReads inbox, Desk desk, Staff staff, Settings settings) {
        this.inbox = inbox;
        this.desk = desk;
        this.staff = staff;
        this.settings = settings;
    }

    /** Reads what is wanted from a body. */
    private interface Wish {
        What of(JsonBody body, Conversation about);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                command("reply", this::reply),
                file(),
                new Route("POST", "/api/conversations/{id}/form", this::form),
                command("note", (body, _) -> new What.Note(text(body))),
                command("assign", (body, _) -> assign(body)),
                command("unassign", (_, _) -> new What.Requeue("put back by an agent")),
                command("close", (body, _) -> close(body)),
                command("participant", (body, _) -> standing(body)),
                new Route("POST", "/api/contacts/{id}/conversations", this::start));
    }

    private Route command(String verb, Wish wish) {
        return new Route("POST", "/api/conversations/{id}/" + verb, exchange -> {
            var body = exchange.json();
            String id = commandId(body);
            var conversation = inbox.row(Ids.ofPath(exchange))
                    .orElseThrow(Refusal::notFound)
                    .conversation();
            submit(
                    exchange,
                    new Order(
                            id,
                            exchange.caller().agent(),
                            conversation.contact(),
                            conversation.id(),
                            wish.of(body, conversation)));
        });
    }

    /** Uploads of the agent's own become a message, several of them one album; the text, if any, is the caption of the first. */
    private Route file() {
        return new Route("POST", "/api/conversations/{id}/file", exchange -> {
            var body = exchange.json();
            String id = commandId(body);
            var conversation = inbox.row(Ids.ofPath(exchange))
                    .orElseThrow(Refusal::notFound)
                    .conversation();
            String agent = exchange.caller().agent();
            var uploads = body.required("upload").split(",");
            if (uploads.length > MAX_FILES) {
                throw Refusal.of(422, "too-many", "A message has at most " + MAX_FILES + " files.");
            }
            var text = checkLength(body.text("text"));
            var files = new ArrayList<What.File>();
            for (var upload : uploads) {
                files.add(file(upload, agent, files.isEmpty() ? text : ""));
            }
            var what = files.size() == 1 ? files.getFirst() : new What.Album(files);
            submit(exchange, new Order(id, agent, conversation.contact(), conversation.id(), what));
        });
    }

    private What.File file(String upload, String agent, String caption) {
        return upload(upload)
                .filter(found -> found.message() == 0 && found.agent().equals(agent))
                .filter(found -> found.file() instanceof Content.Stored)
                .map(found -> new What.File(found.kind(), (Content.Stored) found.file(), caption))
                .orElseThrow(() -> Refusal.of(422, "no-upload", "The file is no longer here. Attach it again."));
    }

    private Optional<Attachment> upload(String id) {
        return id.matches("[0-9]{1,18}") ? inbox.attachment(Long.parseLong(id)) : Optional.empty();
    }

    private void form(Exchange exchange) throws InterruptedException, Intake.Overloaded {
        var body = exchange.json();
        String id = commandId(body);
        var conversation =
                inbox.row(Ids.ofPath(exchange)).orElseThrow(Refusal::notFound).conversation();
        var form = FormRoutes.form(desk, conversation.reach().channel(), false, body);
        submit(exchange, new Order(id, exchange.caller().agent(), conversation.contact(), conversation.id(), form));
    }

    private void start(Exchange exchange) throws InterruptedException, Intake.Overloaded {
        var body = exchange.json();
        String id = commandId(body);
        long contact = Ids.ofPath(exchange);
        String channel = body.required("channel");
        if (inbox.contact(contact).isEmpty()) {
            throw Refusal.notFound();
        }
        if (inbox.reach(contact, channel).isEmpty()) {
            throw Refusal.of(422, "not-reachable", "The contact has no address on this channel.");
        }
        What what = body.find("form").isPresent()
                ? FormRoutes.form(desk, channel, true, body)
                : new What.Start(channel, text(body));
        submit(exchange, new Order(id, exchange.caller().agent(), contact, 0, what));
    }

    private void submit(Exchange exchange, Order order) throws InterruptedException, Intake.Overloaded {
        desk.submit(order);
        exchange.json(202, to -> {
            to.writeStartObject();
            to.writeStringField("id", order.id());
            to.writeEndObject();
        });
    }

    /** A message of the same contact that its channel knows can be answered; the channel is told by the name it gave it. */
    private What reply(JsonBody body, Conversation about) {
        String text = text(body);
        String replyTo = body.text("replyTo");
        if (replyTo.isEmpty()) {
            return new What.Reply(text);
        }
        var line = inbox.linesById(List.of(Ids.of(replyTo))).stream()
                .filter(it -> it.message().contact() == about.contact())
                .findFirst()
                .orElseThrow(() -> Refusal.of(422, "unknown-message", "There is no such message in this thread."));
        if (line.key().isEmpty()) {
            throw Refusal.of(
                    422, "not-answerable", "The channel does not know this message, so it cannot be answered.");
        }
        return new What.Reply(text, line.key(), line.message().channel());
    }

    private What assign(JsonBody body) {
        String agent = body.text("agent");
        String team = body.text("team");
        if (agent.isEmpty() == team.isEmpty()) {
            throw Refusal.of(400, "bad-assign", "The body must carry either 'agent' or 'team'.");
        }
        if (team.isEmpty()) {
            staff.find(agent)
                    .filter(Directory.Agent::enabled)
                    .orElseThrow(() -> Refusal.of(422, "unknown-agent", "There is no such agent."));
            return new What.AssignTo(agent);
        }
        if (staff.teams().stream().noneMatch(known -> known.id().equals(team))) {
            throw Refusal.of(422, "unknown-team", "There is no such team.");
        }
        return new What.TransferTo(team);
    }

    private What close(JsonBody body) {
        String category = body.text("category").strip();
        String summary = body.text("summary").strip();
        var policy = settings.closePolicy();
        boolean both = policy == Settings.ClosePolicy.CATEGORY_AND_SUMMARY;
        if (category.isEmpty() && (both || policy == Settings.ClosePolicy.CATEGORY)) {
            throw Refusal.of(422, "category-required", "Say in which category it is closed.");
        }
        if (summary.isEmpty() && both) {
            throw Refusal.of(422, "summary-required", "Say in a sentence how it ended.");
        }
        if (!category.isEmpty() && !settings.categories().contains(category)) {
            throw Refusal.of(422, "unknown-category", "There is no such category.");
        }
        return new What.Close(category, checkLength(summary));
    }

    private static What standing(JsonBody body) {
        String standing = body.required("standing");
        if (!standing.equals("active") && !standing.equals("removed")) {
            throw Refusal.of(400, "bad-standing", "'standing' must be 'active' or 'removed'.");
        }
        return new What.Standing(body.required("channel"), body.required("identity"), standing.equals("active"));
    }

    static String commandId(JsonBody body) {
        String id = body.required("id");
        if (!UUID.matcher(id).matches()) {
            throw Refusal.of(400, "bad-id", "'id' must be a UUID made for this command.");
        }
        return id;
    }

    private static String text(JsonBody body) {
        return checkLength(body.required("text"));
    }

    private static String checkLength(String text) {
        if (text.length() > MAX_TEXT) {
            throw Refusal.of(422, "too-long", "A text has at most " + MAX_TEXT + " characters.");
        }
        return text;
    }
}
