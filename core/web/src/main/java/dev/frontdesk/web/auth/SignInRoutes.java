package dev.frontdesk.web.auth;

import dev.frontdesk.engine.port.Accounts;
import dev.frontdesk.engine.port.Directory;
import dev.frontdesk.web.http.Exchange;
import dev.frontdesk.web.http.Refusal;
import dev.frontdesk.web.http.Route;
import dev.frontdesk.web.http.Routes;
import dev.frontdesk.web.staff.MeJson;
import dev.frontdesk.web.staff.Staff;
import java.util.List;
import java.util.Optional;

/** Coming and going: sign in by password or by a one-time link, sign out. */
public final class SignInRoutes implements Routes {
    static final int MIN_PASSWORD = 12;
    static final int MAX_PASSWORD = 256;

    private final Accounts accounts;
    private final Sessions sessions;
    private final Links links;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Staff staff;
    private final SessionCookie cookie;

    public SignInRoutes(
            Accounts accounts,
            Sessions sessions,
            Links links,
            Passwords passwords,
            Attempts attempts,
            Staff staff,
            SessionCookie cookie) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.links = links;
        this.passwords = passwords;
        this.attempts = attempts;
        this.staff = staff;
        this.cookie = cookie;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("POST", "/api/login", this::login),
                new Route("POST", "/api/welcome", this::welcome),
                new Route("POST", "/api/logout", this::logout));
    }

    /**
     * Answers the same, after the same work, whether the agent is unknown, disabled, without a password, or it is
     * wrong.
     */
    private void login(Exchange exchange) throws InterruptedException {
        var body = exchange.json();
        String name = body.required("agent");
        String password = cut(body.required("password"));
        attempts.begin(name, exchange.peer());
        var agent = staff.find(name).filter(Directory.Agent::enabled);
        String stored =
                agent.flatMap(found -> accounts.passwordHash(found.id())).orElse("");
        boolean right = passwords.verify(password, stored);
        if (agent.isEmpty() || !right) {
            throw wrong();
        }
        attempts.succeeded(name, exchange.peer());
        if (passwords.outdated(stored)) {
            accounts.setPassword(name, passwords.hash(password), "");
        }
        signIn(exchange, agent.get());
    }

    private void welcome(Exchange exchange) throws InterruptedException {
        var body = exchange.json();
        String token = body.required("token");
        var password = body.find("password").filter(given -> !given.isEmpty());
        attempts.begin("", exchange.peer());
        password.ifPresent(SignInRoutes::checkStrength);
        var agent = links.redeem(token).flatMap(this::invited);
        if (agent.isEmpty()) {
            throw Refusal.of(401, "bad-token", "The link was used or is older than an hour. Ask for a new one.");
        }
        attempts.succeeded("", exchange.peer());
        setPassword(agent.get(), password);
        signIn(exchange, agent.get());
    }

    /** Who was given a link may be so new that what was read before does not know them. */
    private Optional<Directory.Agent> invited(String agent) {
        staff.changed();
        return staff.find(agent).filter(Directory.Agent::enabled);
    }

    private void setPassword(Directory.Agent agent, Optional<String> password) throws InterruptedException {
        if (password.isPresent()) {
            accounts.setPassword(agent.id(), passwords.hash(password.get()), "");
            sessions.ended(agent.id());
        }
    }

    private void logout(Exchange exchange) {
        sessions.alive(exchange.caller().sessionHash()).ifPresent(sessions::end);
        cookie.clear(exchange);
        exchange.noContent();
    }

    /** A new session with a new token each time: one that an attacker planted before is worth nothing. */
    private void signIn(Exchange exchange, Directory.Agent agent) {
        sessions.find(cookie.read(exchange)).ifPresent(sessions::end);
        var opened = sessions.open(agent.id());
        cookie.write(exchange, opened.token());
        boolean hasPassword = accounts.passwordHash(agent.id()).isPresent();
        exchange.json(200, to -> MeJson.write(to, agent, opened.session().csrf(), hasPassword));
    }

    static void checkStrength(String password) {
        if (password.codePointCount(0, password.length()) < MIN_PASSWORD || password.length() > MAX_PASSWORD) {
            throw Refusal.of(
                    422, "weak-password", "A password has " + MIN_PASSWORD + " to " + MAX_PASSWORD + " characters.");
        }
    }

    static Refusal wrong() {
        return Refusal.of(401, "bad-credentials", "The name or the password is wrong.");
    }

    /** No stored password is longer, so a longer one is wrong however it goes on. */
    private static String cut(String password) {
        return password.length() > MAX_PASSWORD ? password.substring(0, MAX_PASSWORD + 1) : password;
    }
}
