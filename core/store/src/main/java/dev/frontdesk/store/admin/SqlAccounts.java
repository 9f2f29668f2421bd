package dev.frontdesk.store.admin;

import dev.frontdesk.engine.port.Accounts;
import dev.frontdesk.store.sql.Database;
import java.util.Optional;

/** Passwords, sessions and links. */
public final class SqlAccounts implements Accounts {
    private final Database database;

    public SqlAccounts(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> passwordHash(String agent) {
        return database.read(session -> session.query("select hash from credential where agent = ?")
                .set(agent)
                .first(row -> row.text()));
    }

    @Override
    public void setPassword(String agent, String hash, String keepSession) {
        database.write(session -> {
            session.query("insert into credential (agent, hash) values (?, ?) "
                            + "on conflict (agent) do update set hash = excluded.hash")
                    .set(agent)
                    .set(hash)
                    .run();
            return session.query("delete from session where agent = ? and token_hash <> ?")
                    .set(agent)
                    .set(keepSession)
                    .run();
        });
    }

    @Override
    public void setLanguage(String agent, String language) {
        database.write(session -> session.query("update agent set language = ? where id = ?")
                .set(language)
                .set(agent)
                .run());
    }

    @Override
    public void open(Session opened) {
        database.write(session -> session.query(
                        "insert into session (token_hash, agent, csrf, created_at, seen_at, expires_at) "
                                + "values (?, ?, ?, ?, ?, ?)")
                .set(opened.tokenHash())
                .set(opened.agent())
                .set(opened.csrf())
                .set(opened.createdAt())
                .set(opened.seenAt())
                .set(opened.expiresAt())
                .run());
    }

    @Override
    public Optional<Session> session(String tokenHash) {
        return database.read(session -> session.query("select token_hash, agent, csrf, created_at, seen_at, expires_at "
                        + "from session where token_hash = ?")
                .set(tokenHash)
                .first(row -> new Session(row.text(), row.text(), row.text(), row.longs(), row.longs(), row.longs())));
    }

    @Override
    public void touch(String tokenHash, long seenAt, long expiresAt) {
        database.write(session -> session.query("update session set seen_at = ?, expires_at = ? where token_hash = ?")
                .set(seenAt)
                .set(expiresAt)
                .set(tokenHash)
                .run());
    }

    @Override
    public void end(String tokenHash) {
        database.write(session -> session.query("delete from session where token_hash = ?")
                .set(tokenHash)
                .run());
    }

    @Override
    public void issueLink(String tokenHash, String agent, long expiresAt) {
        database.write(
                session -> session.query("insert into sign_in_link (token_hash, agent, expires_at) values (?, ?, ?)")
                        .set(tokenHash)
                        .set(agent)
                        .set(expiresAt)
                        .run());
    }

    /** One statement, so that of two who come with the same link one goes away empty-handed. */
    @Override
    public Optional<String> redeemLink(String tokenHash, long now) {
        return database.write(session -> session.query(
                        "delete from sign_in_link where token_hash = ? and expires_at > ? returning agent")
                .set(tokenHash)
                .set(now)
                .first(row -> row.text()));
    }

    @Override
    public boolean anyPassword() {
        return database.read(session -> session.query("select 1 from credential limit 1")
                .first(row -> row.number())
                .isPresent());
    }
}
