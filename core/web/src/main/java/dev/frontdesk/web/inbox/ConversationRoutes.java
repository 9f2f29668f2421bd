package dev.frontdesk.web.inbox;

import static dev.frontdesk.web.http.Json.field;
import static dev.frontdesk.web.http.Json.id;
import static dev.frontdesk.web.http.Json.texts;
import static dev.frontdesk.web.http.Json.time;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.frontdesk.api.Value;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.model.Run;
import dev.frontdesk.engine.port.EventLog;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.web.http.Exchange;
import dev.frontdesk.web.http.Refusal;
import dev.frontdesk.web.http.Route;
import dev.frontdesk.web.http.Routes;
import dev.frontdesk.web.view.DecisionJson;
import dev.frontdesk.web.view.LetterJson;
import dev.frontdesk.web.view.RowJson;
import dev.frontdesk.web.view.TrailJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** One conversation: its thread, its contact, its run, and why it went to whom. */
public final class ConversationRoutes implements Routes {
    private static final int PAGE = 50;
    private static final int PREVIOUS = 50;

    private final InboxReads inbox;
    private final EventLog events;

    public ConversationRoutes(InboxReads inbox, EventLog events) {
        this.inbox = inbox;
        this.events = events;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/api/conversations/{id}", this::conversation),
                new Route("GET", "/api/conversations/{id}/messages", this::older),
                new Route("GET", "/api/conversations/{id}/decision", this::decision));
    }

    private void conversation(Exchange exchange) {
        String position = events.end();
        var row = row(exchange);
        var conversation = row.conversation();
        var card = inbox.contact(conversation.contact()).orElseThrow(Refusal::notFound);
        var page = ThreadPage.below(inbox, events, conversation.contact(), Long.MAX_VALUE, PAGE);
        var others = inbox.previous(conversation.contact(), conversation.id(), PREVIOUS);
        var merged = inbox.merged(conversation.contact());
        var run = inbox.run(conversation.id());
        var members = inbox.members(conversation.id());
        var facts = run.isPresent() ? facts(conversation) : List.<Fact>of();
        exchange.json(200, to -> {
            to.writeStartObject();
            to.writeFieldName("row");
            RowJson.write(to, row);
            writeContact(to, card, merged);
            page.writeFields(to, with(conversation, others));
            writePrevious(to, others);
            LetterJson.write(to, members);
            if (run.isPresent()) {
                writeRun(to, run.get(), facts);
            }
            to.writeStringField("position", position);
            to.writeEndObject();
        });
    }

    private void older(Exchange exchange) {
        var conversation = row(exchange).conversation();
        long before = exchange.query("before").map(Ids::ord).orElse(Long.MAX_VALUE);
        var page = ThreadPage.below(inbox, events, conversation.contact(), before, Ids.limit(exchange));
        var others = inbox.previous(conversation.contact(), conversation.id(), PREVIOUS);
        exchange.json(200, to -> {
            to.writeStartObject();
            page.writeFields(to, with(conversation, others));
            to.writeEndObject();
        });
    }

    private void decision(Exchange exchange) {
        var conversation = row(exchange).conversation();
        var recorded = inbox.decision(conversation.id()).orElse(Value.EMPTY);
        int position = inbox.queuePosition(conversation.id()).orElse(0);
        exchange.json(200, to -> DecisionJson.write(to, recorded, conversation, position));
    }

    private InboxReads.Row row(Exchange exchange) {
        return inbox.row(Ids.ofPath(exchange)).orElseThrow(Refusal::notFound);
    }

    private List<Fact> facts(Conversation conversation) {
        var closed = conversation.closed();
        return events
                .of(conversation.contact(), conversation.opened().ord(), closed == null ? Long.MAX_VALUE : closed.ord())
                .stream()
                .filter(fact -> fact.conversation() == conversation.id())
                .toList();
    }

    private static List<Conversation> with(Conversation one, List<Conversation> others) {
        var all = new ArrayList<>(others);
        all.add(one);
        return all;
    }

    private static void writeContact(JsonGenerator to, InboxReads.ContactCard card, List<InboxReads.Merged> merged)
            throws IOException {
        var profile = card.profile();
        to.writeObjectFieldStart("contact");
        id(to, "id", card.contact());
        to.writeStringField("name", profile.name());
        field(to, "language", profile.language());
        to.writeObjectFieldStart("fields");
        for (var entry : profile.fields().values().entrySet()) {
            field(to, entry.getKey(), entry.getValue().asText());
        }
        to.writeEndObject();
        texts(to, "tags", new TreeSet<>(profile.tags()));
        IdentitiesJson.write(to, card.identities());
        to.writeArrayFieldStart("merged");
        for (var one : merged) {
            to.writeStartObject();
            id(to, "id", one.id());
            to.writeStringField("name", one.name());
            field(to, "why", one.reason());
            time(to, "at", one.at());
            texts(to, "identities", new TreeSet<>(one.identities()));
            to.writeEndObject();
        }
        to.writeEndArray();
        to.writeEndObject();
    }

    private static void writePrevious(JsonGenerator to, List<Conversation> others) throws IOException {
        to.writeArrayFieldStart("previous");
        for (var other : others) {
            var closed = other.closed();
            if (closed == null) {
                continue;
            }
            to.writeStartObject();
            id(to, "id", other.id());
            time(to, "openedAt", other.opened().at());
            time(to, "closedAt", closed.at());
            field(to, "category", closed.category());
            field(to, "summary", closed.summary());
            field(to, "assignee", other.handling().assignee());
            to.writeEndObject();
        }
        to.writeEndArray();
        for (var other : others) {
            if (other.open()) {
                id(to, "current", other.id());
            }
        }
    }

    private static void writeRun(JsonGenerator to, Run run, List<Fact> facts) throws IOException {
        to.writeObjectFieldStart("run");
        to.writeStringField("workflow", run.workflow());
        field(to, "step", run.step());
        to.writeStringField("state", run.state().name().toLowerCase(Locale.ROOT));
        TrailJson.write(to, facts);
        to.writeEndObject();
    }
}
