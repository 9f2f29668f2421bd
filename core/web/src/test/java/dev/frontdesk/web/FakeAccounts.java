package dev.frontdesk.web;

import dev.frontdesk.engine.port.Accounts;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts in memory. */
final class FakeAccounts implements Accounts {
    final Map<String, String> passwords = new ConcurrentHashMap<>();
    final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, Link> links = new ConcurrentHashMap<>();

    private record Link(String agent, long expiresAt) {}

    @Override
    public Optional<String> passwordHash(String agent) {
        return Optional.ofNullable(passwords.get(agent));
    }

    @Override
    public void setPassword(String agent, String hash, String keepSession) {
        passwords.put(agent, hash);
        sessions.values()
                .removeIf(session ->
                        session.agent().equals(agent) && !session.tokenHash().equals(keepSession));
    }

    @Override
    public void setLanguage(String agent, String language) {}

    @Override
    public void open(Session session) {
        sessions.put(session.tokenHash(), session);
    }

    @Override
    public Optional<Session> session(String tokenHash) {
        return Optional.ofNullable(sessions.get(tokenHash));
    }

    @Override
    public void touch(String tokenHash, long seenAt, long expiresAt) {
        sessions.computeIfPresent(
                tokenHash,
                (_, old) -> new Session(tokenHash, old.agent(), old.csrf(), old.createdAt(), seenAt, expiresAt));
    }

    @Override
    public void end(String tokenHash) {
        sessions.remove(tokenHash);
    }

    @Override
    public void issueLink(String tokenHash, String agent, long expiresAt) {
        links.put(tokenHash, new Link(agent, expiresAt));
    }

    @Override
    public Optional<String> redeemLink(String tokenHash, long now) {
        return Optional.ofNullable(links.remove(tokenHash))
                .filter(link -> link.expiresAt > now)
                .map(Link::agent);
    }

    @Override
    public boolean anyPassword() {
        return !passwords.isEmpty();
    }
}
