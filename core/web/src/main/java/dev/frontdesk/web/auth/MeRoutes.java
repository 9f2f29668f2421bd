package dev.frontdesk.web.auth;

import dev.frontdesk.engine.port.Accounts;
import dev.frontdesk.web.http.Caller;
import dev.frontdesk.web.http.Exchange;
import dev.frontdesk.web.http.Refusal;
import dev.frontdesk.web.http.Route;
import dev.frontdesk.web.http.Routes;
import dev.frontdesk.web.staff.MeJson;
import dev.frontdesk.web.staff.Staff;
import java.util.List;
import java.util.Set;

/** What an agent sees of and sets for themselves. */
public final class MeRoutes implements Routes {
    private static final Set<String> LANGUAGES = Set.of("en", "ru");

    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Staff staff;

    public MeRoutes(Accounts accounts, Sessions sessions, Passwords passwords, Attempts attempts, Staff staff) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.attempts = attempts;
        this.staff = staff;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route("GET", "/api/me", this::me), new Route("PATCH", "/api/me", this::change));
    }

    private void me(Exchange exchange) {
        var caller = exchange.caller();
        var agent = staff.find(caller.agent()).orElseThrow(Refusal::notFound);
        boolean hasPassword = accounts.passwordHash(agent.id()).isPresent();
        exchange.json(200, to -> MeJson.write(to, agent, caller.csrf(), hasPassword));
    }

    private void change(Exchange exchange) throws InterruptedException {
        var body = exchange.json();
        var caller = exchange.caller();
        var language = body.find("language");
        var password = body.find("password");
        if (language.isPresent() && !LANGUAGES.contains(language.get())) {
            throw Refusal.of(422, "unknown-language", "The languages are " + String.join(" and ", LANGUAGES) + ".");
        }
        if (password.isPresent()) {
            changePassword(caller, exchange.peer(), body.text("oldPassword"), password.get());
        }
        if (language.isPresent()) {
            accounts.setLanguage(caller.agent(), language.get());
            staff.changed();
        }
        me(exchange);
    }

    /** Ends all other sessions of the agent: somebody else may hold one. */
    private void changePassword(Caller caller, String address, String old, String password)
            throws InterruptedException {
        SignInRoutes.checkStrength(password);
        var stored = accounts.passwordHash(caller.agent());
        if (stored.isPresent()) {
            attempts.begin(caller.agent(), address);
            if (!passwords.verify(old, stored.get())) {
                throw Refusal.of(403, "bad-credentials", "The old password is wrong.");
            }
            attempts.succeeded(caller.agent(), address);
        }
        accounts.setPassword(caller.agent(), passwords.hash(password), caller.sessionHash());
        sessions.ended(caller.agent());
    }
}
