package dev.frontdesk.web.http;

import dev.frontdesk.api.channel.Intake;
import dev.frontdesk.engine.port.StoreException;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes every request: checks its path, finds its route, asks the gate, runs the handler, and turns what it throws
 * into an answer.
 */
public final class Dispatcher implements io.helidon.webserver.http.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final SafePath NOWHERE = new SafePath(List.of());

    private final RouteTable table;
    private final Gate gate;
    private final SecurityHeaders headers;
    private final Peers peers;
    private final Deadlines deadlines;
    private final RequestCounts counts;
    private final BodyRoom room;

    public Dispatcher(
            RouteTable table,
            Gate gate,
            SecurityHeaders headers,
            Peers peers,
            Deadlines deadlines,
            RequestCounts counts,
            BodyRoom room) {
        this.table = table;
        this.gate = gate;
        this.headers = headers;
        this.peers = peers;
        this.deadlines = deadlines;
        this.counts = counts;
        this.room = room;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        headers.apply(response);
        var path = SafePath.parse(request.prologue().uriPath().rawPath());
        var exchange = new Exchange(request, response, path.orElse(NOWHERE), peers, deadlines, room);
        try {
            if (path.isEmpty()) {
                throw Refusal.of(400, "bad-path", "The path is not written in its plain form.");
            }
            route(exchange);
        } catch (Refusal e) {
            refuse(exchange, e);
        } catch (CloseConnectionException e) {
            throw e;
        } catch (RequestException e) {
            refuse(exchange, unreadable(e));
        } catch (Exception e) {
            fail(exchange, e);
        } finally {
            exchange.done();
            var segments = exchange.path().segments();
            counts.add(segments.isEmpty() ? "" : segments.getFirst(), exchange.status());
        }
        if (exchange.last()) {
            throw new CloseConnectionException("either side asked for it");
        }
    }

    private void route(Exchange exchange) throws Exception {
        var match = table.match(exchange.path());
        if (match.byMethod().isEmpty()) {
            throw Refusal.notFound();
        }
        String method = exchange.method();
        var route = match.route(method.equals("HEAD") ? "GET" : method).orElse(null);
        if (route == null) {
            exchange.set("Allow", String.join(", ", match.methods()));
            throw Refusal.of(405, "method-not-allowed", "This address does not answer " + allowedName(method) + ".");
        }
        exchange.params(match.params());
        gate.admit(route, exchange);
        route.handler().handle(exchange);
    }

    private static String allowedName(String method) {
        return method.chars().allMatch(c -> c >= 'A' && c <= 'Z') && method.length() <= 10 ? method : "this method";
    }

    /** A body whose framing is wrong, or longer than anything here takes. */
    private static Refusal unreadable(RequestException e) {
        return e.status().code() == 413
                ? Exchange.tooLarge()
                : Refusal.of(400, "bad-body", "The body is not framed as HTTP says.");
    }

    private void refuse(Exchange exchange, Refusal refusal) {
        if (exchange.answered()) {
            throw new CloseConnectionException("refused after the answer began");
        }
        exchange.refuse(refusal);
    }

    private void fail(Exchange exchange, Exception failure) {
        switch (failure) {
            case Intake.Overloaded _ -> refuse(exchange, Refusal.busy());
            case StoreException away
            when away.kind() != StoreException.Kind.REFUSED -> refuse(exchange, Refusal.busy());
            case InterruptedException _ -> refuse(exchange, Refusal.busy());
            case UncheckedIOException gone -> throw new CloseConnectionException("the peer is gone", gone);
            case IOException gone -> throw new CloseConnectionException("the peer is gone", gone);
            default -> {
                LOG.error(
                        "{} /{} failed and was answered with 500",
                        exchange.method(),
                        exchange.path().rest(0),
                        failure);
                refuse(exchange, Refusal.of(500, "internal", "Something failed here. It was logged; try again later."));
            }
        }
    }
}
