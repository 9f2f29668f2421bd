package dev.frontdesk.store.read;

import dev.frontdesk.engine.port.StoreException;
import dev.frontdesk.store.sql.Database;
import dev.frontdesk.store.sql.Row;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Named parameters for pages. JDBI starts with the first question, for it takes a fifth of a second. Safe for use by many threads. */
public final class Reads {
    private final Database database;

    private volatile @Nullable Jdbi jdbi;

    public Reads(Database database) {
        this.database = database;
    }

    <T> List<T> list(String sql, Map<String, ?> parameters, Row.Read<T> read) {
        return asking(sql, query -> query.bindMap(parameters), read);
    }

    <T> Optional<T> first(String sql, Map<String, ?> parameters, Row.Read<T> read) {
        return list(sql, parameters, read).stream().findFirst();
    }

    /** Rows of these ids; the statement says {@code in (<ids>)}. */
    <T> List<T> among(String sql, Collection<Long> ids, Row.Read<T> read) {
        return ids.isEmpty() ? List.of() : asking(sql, query -> query.bindList("ids", List.copyOf(ids)), read);
    }

    /** Rows of these texts by name; the statement says {@code in (<name>)}. */
    <T> List<T> amongTexts(String sql, Map<String, ? extends Collection<String>> lists, Row.Read<T> read) {
        if (lists.values().stream().anyMatch(Collection::isEmpty)) {
            return List.of();
        }
        return asking(
                sql,
                query -> {
                    lists.forEach((name, values) -> query.bindList(name, List.copyOf(values)));
                    return query;
                },
                read);
    }

    private <T> List<T> asking(String sql, UnaryOperator<Query> binding, Row.Read<T> read) {
        RowMapper<T> mapper = (result, _) -> read.read(Row.of(result));
        try {
            return jdbi().withHandle(handle -> binding.apply(
                            handle.createQuery(database.dialect().words(sql)))
                    .map(mapper)
                    .list());
        } catch (JdbiException e) {
            throw failed(e);
        }
    }

    /** Two who come first may make two; either will do. */
    private Jdbi jdbi() {
        var known = jdbi;
        if (known == null) {
            known = Jdbi.create(database.readers());
            jdbi = known;
        }
        return known;
    }

    private StoreException failed(JdbiException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failure) {
                return new StoreException(
                        database.dialect().kind(failure), "the store said: " + failure.getMessage(), e);
            }
        }
        return new StoreException(StoreException.Kind.REFUSED, "the store said: " + e.getMessage(), e);
    }
}
