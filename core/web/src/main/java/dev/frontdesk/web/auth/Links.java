package dev.frontdesk.web.auth;

import dev.frontdesk.engine.port.Accounts;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** One-time links: how an agent gets in before they have a password, or after they forgot it. */
public final class Links {
    private static final long LIFE = Duration.ofHours(1).toMillis();

    private final Accounts accounts;
    private final InstantSource clock;

    @Inject
    public Links(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The path of a new link, the token in its fragment so that no log sees it. */
    public String issue(String agent) {
        String token = Digests.token();
        accounts.issueLink(Digests.sha256Hex(token), agent, clock.millis() + LIFE);
        return "/welcome#" + token;
    }

    Optional<String> redeem(String token) {
        return token.length() > 100 ? Optional.empty() : accounts.redeemLink(Digests.sha256Hex(token), clock.millis());
    }
}
