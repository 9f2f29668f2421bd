package dev.frontdesk.web.auth;

import dev.frontdesk.api.Secret;
import dev.frontdesk.web.WebSettings;
import dev.frontdesk.web.http.Caller;
import dev.frontdesk.web.http.Exchange;
import dev.frontdesk.web.http.Gate;
import dev.frontdesk.web.http.Refusal;
import dev.frontdesk.web.http.Route;
import dev.frontdesk.web.staff.Staff;
import java.util.List;
import java.util.Optional;

/** Enforces {@link Access} on every exchange. */
public final class Guard implements Gate {
    /**
     * A request with one of these came through a proxy: it is not this machine that asks, whatever the connection
     * says.
     */
    private static final List<String> FORWARDED =
            List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "X-Real-IP", "Via");

    private final Access access;
    private final Sessions sessions;
    private final Staff staff;
    private final SessionCookie cookie;
    private final Origins origins;
    private final Optional<Secret> metricsToken;
    private final String adminToken;

    public Guard(
            Access access,
            Sessions sessions,
            Staff staff,
            SessionCookie cookie,
            WebSettings settings,
            String adminToken) {
        this.access = access;
        this.sessions = sessions;
        this.staff = staff;
        this.cookie = cookie;
        this.origins = new Origins(settings.publicUrl());
        this.metricsToken = settings.metricsToken();
        this.adminToken = adminToken;
    }

    @Override
    public void admit(Route route, Exchange exchange) {
        var rule = access.rule(route).orElseThrow(() -> forbidden("This address has no rule, so it answers nobody."));
        switch (rule) {
            case OPEN, ENDPOINT -> {}
            case FRONT_DOOR -> checkOrigin(exchange);
            case AGENT -> admitAgent(route, exchange);
            case OPERATOR -> admitOperator(exchange);
            case HOST -> admitHost(exchange);
        }
    }

    private void admitAgent(Route route, Exchange exchange) {
        if (!route.reads()) {
            checkOrigin(exchange);
        }
        var session = sessions.find(cookie.read(exchange)).orElseThrow(Guard::signedOut);
        var agent = staff.find(session.agent()).filter(found -> found.enabled()).orElseThrow(Guard::signedOut);
        if (!route.reads() && !Digests.same(exchange.header("X-CSRF-Token").orElse(""), session.csrf())) {
            throw forbidden("The header X-CSRF-Token does not belong to this session. Load the page again.");
        }
        sessions.touch(session);
        exchange.signIn(new Caller(agent.id(), agent.role(), session.tokenHash(), session.csrf()));
    }

    private void checkOrigin(Exchange exchange) {
        if (!origins.ours(exchange)) {
            throw forbidden("The header Origin does not name this site. Check http.public-url.");
        }
    }

    private void admitOperator(Exchange exchange) {
        boolean known = metricsToken.isPresent()
                && Digests.same(bearer(exchange), metricsToken.get().reveal());
        if (!known && !onThisMachine(exchange)) {
            throw Refusal.of(
                    401, "unauthorized", "Only this machine and the bearer of http.metrics-token may see this.");
        }
    }

    private void admitHost(Exchange exchange) {
        if (adminToken.isEmpty() || !onThisMachine(exchange) || !Digests.same(bearer(exchange), adminToken)) {
            throw Refusal.notFound();
        }
    }

    private static boolean onThisMachine(Exchange exchange) {
        return WebSettings.loopback(exchange.directPeer())
                && FORWARDED.stream().noneMatch(name -> exchange.header(name).isPresent());
    }

    private static String bearer(Exchange exchange) {
        String value = exchange.header("Authorization").orElse("");
        return value.startsWith("Bearer ") ? value.substring(7).strip() : "";
    }

    private static Refusal signedOut() {
        return Refusal.of(401, "signed-out", "There is no session. Sign in.");
    }

    private static Refusal forbidden(String message) {
        return Refusal.of(403, "forbidden", message);
    }
}
