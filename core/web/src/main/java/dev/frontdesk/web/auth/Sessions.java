package dev.frontdesk.web.auth;

import dev.frontdesk.engine.port.Accounts;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Sessions: end after 12 idle hours and after 30 days at the latest. The token is in the cookie only; the store has
 * its digest.
 */
public final class Sessions {
    private static final long IDLE = Duration.ofHours(12).toMillis();
    private static final long LIFE = Duration.ofDays(30).toMillis();
    private static final long TOUCH = Duration.ofMinutes(1).toMillis();

    private final Accounts accounts;
    private final InstantSource clock;
    private final List<Consumer<String>> enders = new CopyOnWriteArrayList<>();

    @Inject
    public Sessions(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A session and the token that opens it. */
    public record Opened(String token, Accounts.Session session) {}

    public Opened open(String agent) {
        String token = Digests.token();
        long now = clock.millis();
        var session = new Accounts.Session(Digests.sha256Hex(token), agent, Digests.token(), now, now, now + IDLE);
        accounts.open(session);
        return new Opened(token, session);
    }

    /** The living session of a token. */
    public Optional<Accounts.Session> find(String token) {
        return token.isEmpty() || token.length() > 100 ? Optional.empty() : alive(Digests.sha256Hex(token));
    }

    public Optional<Accounts.Session> alive(String hash) {
        long now = clock.millis();
        return accounts.session(hash).filter(session -> now < session.expiresAt() && now < session.createdAt() + LIFE);
    }

    /** Keeps a session from becoming idle. */
    public void touch(Accounts.Session session) {
        long now = clock.millis();
        if (now - session.seenAt() >= TOUCH) {
            accounts.touch(session.tokenHash(), now, Math.min(now + IDLE, session.createdAt() + LIFE));
        }
    }

    public void end(Accounts.Session session) {
        accounts.end(session.tokenHash());
        ended(session.agent());
    }

    /** To be called when sessions of an agent were ended otherwise. */
    void ended(String agent) {
        enders.forEach(ender -> ender.accept(agent));
    }

    /** Tells of every end of a session here, by its agent. */
    public void onEnd(Consumer<String> ender) {
        enders.add(ender);
    }
}
