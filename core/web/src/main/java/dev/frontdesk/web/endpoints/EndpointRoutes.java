package dev.frontdesk.web.endpoints;

import dev.frontdesk.api.channel.HttpCall;
import dev.frontdesk.api.channel.HttpEndpoint;
import dev.frontdesk.api.channel.HttpReply;
import dev.frontdesk.api.channel.Intake;
import dev.frontdesk.engine.port.StoreException;
import dev.frontdesk.web.http.Exchange;
import dev.frontdesk.web.http.Refusal;
import dev.frontdesk.web.http.Route;
import dev.frontdesk.web.http.Routes;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Serves endpoints: the body within its limit, the reply as it is, and no failure of one further than its own call. */
public final class EndpointRoutes implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(EndpointRoutes.class);
    /** Written by the server itself; an endpoint that sets one would break the framing. */
    private static final Set<String> OURS =
            Set.of("connection", "content-length", "transfer-encoding", "keep-alive", "upgrade", "trailer");

    private final EndpointTable table;

    public EndpointRoutes(EndpointTable table) {
        this.table = table;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route(Route.ANY, "/channels/{id}/*", exchange -> serve(exchange, 2)),
                new Route(Route.ANY, "/plugins/{id}/*", exchange -> serve(exchange, 2)),
                new Route(Route.ANY, "/admin/*", exchange -> serve(exchange, 1)));
    }

    private void serve(Exchange exchange, int ownerSegments) throws Exception {
        var segments = exchange.path().segments();
        String owner = String.join("/", segments.subList(0, ownerSegments));
        var found = table.find(owner, exchange.path().rest(ownerSegments));
        if (found.endpoints().isEmpty()) {
            throw Refusal.notFound();
        }
        String method = exchange.method();
        var endpoint = answering(found.endpoints(), method, exchange);
        var call = new EndpointCall(exchange, method, found.rest(), exchange.body(endpoint.maxBody()));
        switch (call(endpoint, call, owner)) {
            case HttpReply.Full full -> {
                headers(full, exchange);
                exchange.send(full.status(), full.body());
            }
            case HttpReply.Events events -> stream(events, exchange, owner);
        }
    }

    private static HttpEndpoint answering(List<HttpEndpoint> endpoints, String method, Exchange exchange) {
        for (var endpoint : endpoints) {
            if (endpoint.methods().contains(method)) {
                return endpoint;
            }
        }
        var allowed = new TreeSet<String>();
        endpoints.forEach(endpoint -> allowed.addAll(endpoint.methods()));
        exchange.set("Allow", String.join(", ", allowed));
        throw Refusal.of(405, "method-not-allowed", "This address does not answer this method.");
    }

    /** An Error counts as a failure of this call too: a plugin with a missing class must not take the server along. */
    private static HttpReply call(HttpEndpoint endpoint, HttpCall call, String owner) throws Exception {
        try {
            return endpoint.handle(call);
        } catch (Intake.Overloaded | InterruptedException | StoreException | Refusal e) {
            throw e;
        } catch (Throwable e) {
            log(owner, endpoint.path(), e);
            throw Refusal.of(500, "internal", "Something failed here. It was logged; try again later.");
        }
    }

    private static void stream(HttpReply.Events events, Exchange exchange, String owner)
            throws IOException, InterruptedException {
        headers(events, exchange);
        try (var to = exchange.events()) {
            to.comment();
            events.writer().write(to::send);
        } catch (RuntimeException | LinkageError e) {
            log(owner, "stream", e);
            throw new IOException("the stream failed", e);
        }
    }

    private static void headers(HttpReply reply, Exchange exchange) {
        for (var header : reply.headers().entrySet()) {
            if (!OURS.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                exchange.set(header.getKey(), header.getValue());
            }
        }
    }

    private static void log(String owner, String path, Throwable failure) {
        String name = owner.substring(owner.indexOf('/') + 1);
        try (var _ = MDC.putCloseable("channel", name)) {
            LOG.error("{}: the endpoint '{}' failed; the call was answered with an error", owner, path, failure);
        }
    }
}
