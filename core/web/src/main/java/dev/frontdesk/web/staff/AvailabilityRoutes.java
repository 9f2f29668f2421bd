package dev.frontdesk.web.staff;

import dev.frontdesk.engine.port.Accounts;
import dev.frontdesk.web.http.Exchange;
import dev.frontdesk.web.http.Refusal;
import dev.frontdesk.web.http.Route;
import dev.frontdesk.web.http.Routes;
import java.util.List;
import java.util.Set;

/** Whether an agent is there: what they say, and that their page is open. */
public final class AvailabilityRoutes implements Routes {
    private static final Set<String> KNOWN = Set.of("online", "away", "offline");

    private final Heartbeats heartbeats;
    private final Staff staff;
    private final Accounts accounts;

    public AvailabilityRoutes(Heartbeats heartbeats, Staff staff, Accounts accounts) {
        this.heartbeats = heartbeats;
        this.staff = staff;
        this.accounts = accounts;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("PUT", "/api/me/availability", this::declare),
                new Route("POST", "/api/me/heartbeat", this::heartbeat));
    }

    private void declare(Exchange exchange) {
        String availability = exchange.json().required("availability");
        if (!KNOWN.contains(availability)) {
            throw Refusal.of(422, "unknown-availability", "An agent is online, away or offline.");
        }
        var caller = exchange.caller();
        heartbeats.declare(caller.agent(), availability);
        var agent = staff.find(caller.agent()).orElseThrow(Refusal::notFound);
        boolean hasPassword = accounts.passwordHash(caller.agent()).isPresent();
        exchange.json(200, to -> MeJson.write(to, agent, caller.csrf(), hasPassword));
    }

    private void heartbeat(Exchange exchange) {
        heartbeats.beat(exchange.caller().agent());
        exchange.noContent();
    }
}
