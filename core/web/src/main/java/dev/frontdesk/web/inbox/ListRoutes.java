package dev.frontdesk.web.inbox;

import dev.frontdesk.engine.port.EventLog;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.web.http.Exchange;
import dev.frontdesk.web.http.Refusal;
import dev.frontdesk.web.http.Route;
import dev.frontdesk.web.http.Routes;
import dev.frontdesk.web.view.CountsJson;
import dev.frontdesk.web.view.RowJson;
import java.util.List;

/** The list of conversations, page by page. */
public final class ListRoutes implements Routes {
    private static final int MAX_QUERY = 200;

    private final InboxReads inbox;
    private final EventLog events;

    public ListRoutes(InboxReads inbox, EventLog events) {
        this.inbox = inbox;
        this.events = events;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route("GET", "/api/conversations", this::list));
    }

    /** The position is read first: what happens meanwhile comes again on the live stream, and is never missed. */
    private void list(Exchange exchange) {
        String agent = exchange.caller().agent();
        var view = view(exchange.query("view").orElse("mine"));
        int limit = Ids.limit(exchange);
        String query = exchange.query("q").orElse("").strip();
        String sought = query.length() > MAX_QUERY ? query.substring(0, MAX_QUERY) : query;
        String position = events.end();
        var rows = page(view, agent, sought, exchange.query("before").orElse(""), limit + 1);
        boolean more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        var counts = inbox.counts(agent);
        exchange.json(200, to -> {
            to.writeStartObject();
            to.writeArrayFieldStart("rows");
            for (var row : shown) {
                RowJson.write(to, row);
            }
            to.writeEndArray();
            if (more) {
                to.writeStringField("next", shown.getLast().cursor());
            }
            to.writeFieldName("counts");
            CountsJson.write(to, counts);
            to.writeStringField("position", position);
            to.writeEndObject();
        });
    }

    private List<InboxReads.Row> page(InboxReads.View view, String agent, String query, String before, int limit) {
        try {
            return inbox.list(view, agent, query, before, limit);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(400, "bad-cursor", "'before' must be 'next' of the page before.");
        }
    }

    private static InboxReads.View view(String name) {
        return switch (name) {
            case "mine" -> InboxReads.View.MINE;
            case "unassigned" -> InboxReads.View.UNASSIGNED;
            case "all" -> InboxReads.View.ALL;
            case "closed" -> InboxReads.View.CLOSED;
            default -> throw Refusal.of(400, "bad-view", "'view' is mine, unassigned, all or closed.");
        };
    }
}
