package dev.frontdesk.web.inbox;

import static dev.frontdesk.web.http.Json.id;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.frontdesk.api.channel.Intake;
import dev.frontdesk.engine.desk.Desk;
import dev.frontdesk.engine.desk.Order;
import dev.frontdesk.engine.desk.Order.What;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.web.http.Exchange;
import dev.frontdesk.web.http.Refusal;
import dev.frontdesk.web.http.Route;
import dev.frontdesk.web.http.Routes;
import java.io.IOException;
import java.util.List;

/** Who is the same person as whom, by the word of an agent. */
public final class ContactRoutes implements Routes {
    private static final int MOST = 20;

    private final InboxReads inbox;
    private final Desk desk;

    public ContactRoutes(InboxReads inbox, Desk desk) {
        this.inbox = inbox;
        this.desk = desk;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/api/contacts", this::find),
                new Route("POST", "/api/contacts/{id}/merge", this::merge),
                new Route("POST", "/api/contacts/{id}/unmerge", this::unmerge));
    }

    private void find(Exchange exchange) {
        var query = exchange.query("q").map(String::strip).orElse("");
        var found = query.isEmpty() ? List.<InboxReads.ContactCard>of() : inbox.people(query, MOST);
        exchange.json(200, to -> {
            to.writeStartObject();
            to.writeArrayFieldStart("contacts");
            for (var card : found) {
                write(to, card);
            }
            to.writeEndArray();
            to.writeEndObject();
        });
    }

    private static void write(JsonGenerator to, InboxReads.ContactCard card) throws IOException {
        to.writeStartObject();
        id(to, "id", card.contact());
        to.writeStringField("name", card.profile().name());
        IdentitiesJson.write(to, card.identities());
        to.writeEndObject();
    }

    private void merge(Exchange exchange) throws InterruptedException, Intake.Overloaded {
        var body = exchange.json();
        String command = CommandRoutes.commandId(body);
        long contact = inbox.contact(Ids.ofPath(exchange))
                .orElseThrow(Refusal::notFound)
                .contact();
        long other = inbox.contact(Ids.of(body.required("other")))
                .orElseThrow(() -> Refusal.of(422, "unknown-contact", "There is no such contact."))
                .contact();
        if (other == contact) {
            throw Refusal.of(422, "same-contact", "That is the same contact already.");
        }
        submit(exchange, new Order(command, exchange.caller().agent(), contact, 0, new What.SamePerson(other)));
    }

    private void unmerge(Exchange exchange) throws InterruptedException, Intake.Overloaded {
        var body = exchange.json();
        String command = CommandRoutes.commandId(body);
        long contact = inbox.contact(Ids.ofPath(exchange))
                .orElseThrow(Refusal::notFound)
                .contact();
        long merge = Ids.of(body.required("merge"));
        var found = inbox.merged(contact).stream()
                .filter(one -> one.id() == merge)
                .findFirst()
                .orElseThrow(() -> Refusal.of(422, "unknown-merge", "There is no such merge to undo."));
        submit(
                exchange,
                new Order(command, exchange.caller().agent(), contact, 0, new What.Part(merge, found.loser())));
    }

    private void submit(Exchange exchange, Order order) throws InterruptedException, Intake.Overloaded {
        desk.submit(order);
        exchange.json(202, to -> {
            to.writeStartObject();
            to.writeStringField("id", order.id());
            to.writeEndObject();
        });
    }
}
