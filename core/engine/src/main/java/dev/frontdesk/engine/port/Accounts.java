package dev.frontdesk.engine.port;

import java.util.Optional;

/** Passwords, sessions and one-time links. Tokens come as SHA-256 hex: the store never sees one. */
public interface Accounts {

    record Session(String tokenHash, String agent, String csrf, long createdAt, long seenAt, long expiresAt) {}

    Optional<String> passwordHash(String agent);

    /** Ends all other sessions of the agent but {@code keepSession} ("" keeps none). */
    void setPassword(String agent, String hash, String keepSession);

    void setLanguage(String agent, String language);

    void open(Session session);

    Optional<Session> session(String tokenHash);

    void touch(String tokenHash, long seenAt, long expiresAt);

    void end(String tokenHash);

    void issueLink(String tokenHash, String agent, long expiresAt);

    /** Answers the agent of an unused, unexpired link and uses it up. */
    Optional<String> redeemLink(String tokenHash, long now);

    boolean anyPassword();
}
