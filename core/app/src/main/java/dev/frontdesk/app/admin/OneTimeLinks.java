package dev.frontdesk.app.admin;

import dev.frontdesk.engine.port.Accounts;
import dev.frontdesk.engine.port.Directory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/** Links with which somebody signs in once and sets a password. The token is in the fragment: no server and no log sees it. */
public final class OneTimeLinks {
    private static final Duration VALID = Duration.ofHours(1);

    private final Accounts accounts;
    private final Supplier<String> site;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** @param site the address people use, without a slash at its end */
    public OneTimeLinks(Accounts accounts, Supplier<String> site, InstantSource clock) {
        this.accounts = accounts;
        this.site = site;
        this.clock = clock;
    }

    public String issue(String agent) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        accounts.issueLink(hash(token), agent, clock.millis() + VALID.toMillis());
        return site.get() + "/welcome#" + token;
    }

    /** The very first sign-in: a link for an administrator while nobody has a password yet. */
    public Optional<String> first(Directory directory) {
        return accounts.anyPassword()
                ? Optional.empty()
                : directory.agents().stream()
                        .filter(agent -> agent.enabled() && agent.role().equals("admin"))
                        .findFirst()
                        .map(agent -> issue(agent.id()));
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
