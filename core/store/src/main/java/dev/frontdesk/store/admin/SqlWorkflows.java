package dev.frontdesk.store.admin;

import dev.frontdesk.engine.port.WorkflowVersions;
import dev.frontdesk.store.sql.Database;
import java.util.Optional;

/** Workflow versions; none is ever changed. */
public final class SqlWorkflows implements WorkflowVersions {
    private final Database database;

    public SqlWorkflows(Database database) {
        this.database = database;
    }

    @Override
    public long publish(String name, String hash, String body, long newId, long at) {
        return database.write(session -> {
            session.query("insert into workflow_version (id, name, hash, body, created_at) values (?, ?, ?, ?, ?) "
                            + "on conflict (name, hash) do nothing")
                    .set(newId)
                    .set(name)
                    .set(hash)
                    .set(body)
                    .set(at)
                    .run();
            return session.query("select id from workflow_version where name = ? and hash = ?")
                    .set(name)
                    .set(hash)
                    .first(row -> row.longs())
                    .orElseThrow();
        });
    }

    @Override
    public Optional<Version> get(long id) {
        return database.read(session -> session.query("select id, name, body from workflow_version where id = ?")
                .set(id)
                .first(row -> new Version(row.longs(), row.text(), row.text())));
    }
}
