package dev.frontdesk.plugin.lookup.sql;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.enrich.Enrichment;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The first row of a query. What contacts write reaches the database as parameters and never as a part of the query. */
public final class SqlEnricher implements Enricher {
    private final SqlSettings settings;
    private final Connections connections;

    @Inject
    public SqlEnricher(SqlSettings settings) {
        this.settings = settings;
        this.connections = new Connections(settings);
    }

    @Override
    public Set<String> reads() {
        return Set.copyOf(settings.parameters());
    }

    @Override
    public Enrichment lookUp(Facts facts, Duration most) {
        var parameters = new ArrayList<Value>();
        for (var path : settings.parameters()) {
            var value = facts.get(path).orElse(Value.NIL);
            if (value.isEmpty()) {
                return new Enrichment.NotFound(); // there is nobody to look for
            }
            parameters.add(value);
        }
        try (var connection = connections.open()) {
            return firstRow(connection, parameters, most);
        } catch (SQLException e) {
            return Refusals.failed(e);
        }
    }

    private Enrichment firstRow(Connection connection, List<Value> parameters, Duration most) throws SQLException {
        try (var statement = connection.prepareStatement(settings.query())) {
            statement.setMaxRows(1);
            statement.setQueryTimeout(Math.clamp(most.toSeconds(), 1, 60));
            for (int i = 0; i < parameters.size(); i++) {
                set(statement, i + 1, parameters.get(i));
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() ? new Enrichment.Found(Columns.of(rows)) : new Enrichment.NotFound();
            }
        }
    }

    private static void set(PreparedStatement statement, int place, Value value) throws SQLException {
        switch (value) {
            case Value.Num(var number) -> statement.setBigDecimal(place, number);
            case Value.Bool(var bool) -> statement.setBoolean(place, bool);
            case Value.Nil _, Value.Text _, Value.Time _, Value.Items _, Value.Fields _ ->
                // No text of any of the databases may hold it.
                statement.setString(place, value.asText().replace("\0", ""));
        }
    }
}
