package dev.frontdesk.web.ops;

import dev.frontdesk.web.http.Exchange;
import dev.frontdesk.web.http.Json;
import dev.frontdesk.web.http.Route;
import dev.frontdesk.web.http.Routes;
import java.util.List;

/** For load balancers, supervisors and monitoring. */
public final class OpsRoutes implements Routes {
    private final Health health;
    private final Metrics metrics;

    public OpsRoutes(Health health, Metrics metrics) {
        this.health = health;
        this.metrics = metrics;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/health/live", this::live),
                new Route("GET", "/health", this::all),
                new Route("GET", "/metrics", this::metrics));
    }

    private void live(Exchange exchange) {
        boolean ok = health.states().getFirst().ok();
        exchange.json(ok ? 200 : 503, to -> {
            to.writeStartObject();
            to.writeStringField("status", ok ? "ok" : "failing");
            to.writeEndObject();
        });
    }

    private void all(Exchange exchange) {
        var states = health.states();
        boolean ok = states.stream().allMatch(Health.State::ok);
        exchange.json(ok ? 200 : 503, to -> {
            to.writeStartObject();
            to.writeStringField("status", ok ? "ok" : "failing");
            to.writeArrayFieldStart("parts");
            for (var state : states) {
                to.writeStartObject();
                to.writeStringField("name", state.name());
                to.writeBooleanField("ok", state.ok());
                Json.field(to, "message", state.message());
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
        });
    }

    private void metrics(Exchange exchange) {
        exchange.send(200, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape());
    }
}
