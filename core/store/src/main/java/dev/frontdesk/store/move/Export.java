package dev.frontdesk.store.move;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.frontdesk.store.read.Listening;
import dev.frontdesk.store.schema.Migrations;
import dev.frontdesk.store.sql.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All rows of all tables as lines of JSON: a header, for each table a line with its columns and one array per row, and the SHA-256
 * of it all. Three things are written as the next store needs them: events without the numbers of this server's transactions,
 * listeners' positions to match, and leases as what they are while nobody works, given up.
 */
public final class Export {
    private static final int FETCH = 500;

    private final Connection connection;
    private final Session session;
    private final Progress progress;
    private Map<String, String> listening = Map.of();
    private long total;
    private long done;

    /** @param connection in the middle of the transaction that the session has begun */
    public Export(Connection connection, Session session, Progress progress) {
        this.connection = connection;
        this.session = session;
        this.progress = progress;
    }

    /** Answers how many rows. */
    public long to(OutputStream stream, long now) throws IOException, SQLException {
        var tables = Table.all(connection);
        Quiet.keep(session, tables, "share");
        listening = Listening.byIdAlone(session);
        var header = header(tables, now);
        total = header.rows();
        try (var lines = new Lines.Writer(stream)) {
            lines.write(header::write);
            for (var table : tables) {
                lines.write(json -> head(json, table));
                rows(table, lines);
            }
            var sum = lines.sum();
            lines.write(json -> {
                json.writeStartObject();
                json.writeStringField("sha256", sum);
                json.writeEndObject();
            });
        }
        return total;
    }

    private Header header(List<Table> tables, long now) {
        var counts = new LinkedHashMap<String, Long>();
        for (var table : tables) {
            counts.put(
                    table.name(),
                    session.query("select count(*) from " + table.name())
                            .first(row -> row.longs())
                            .orElseThrow());
        }
        var from = session.dialect().writesSideBySide() ? "postgresql" : "sqlite";
        return new Header(Header.FORMAT, Migrations.NEWEST, from, now, counts);
    }

    private static void head(JsonGenerator json, Table table) throws IOException {
        json.writeStartObject();
        json.writeStringField("table", table.name());
        json.writeArrayFieldStart("columns");
        for (var column : table.columns()) {
            json.writeString(column.described());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void rows(Table table, Lines.Writer lines) throws IOException, SQLException {
        try (var statement = connection.prepareStatement(select(table))) {
            statement.setFetchSize(FETCH);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.write(json -> row(json, table, rows));
                    progress.at(++done, total);
                }
            }
        }
    }

    private static String select(Table table) {
        String columns = table.columns().stream()
                .map(column -> switch (table.name() + "." + column.name()) {
                    case "event.pos", "lease.expires_at" -> "0";
                    case "lease.node" -> "-1";
                    default -> column.name();
                })
                .collect(Collectors.joining(", "));
        return "select " + columns + " from " + table.name();
    }

    private void row(JsonGenerator json, Table table, ResultSet row) throws IOException {
        try {
            json.writeStartArray();
            for (int i = 0; i < table.columns().size(); i++) {
                value(json, table, i, row);
            }
            json.writeEndArray();
        } catch (SQLException e) {
            throw new IOException("table " + table.name() + ": " + e.getMessage(), e);
        }
    }

    private void value(JsonGenerator json, Table table, int index, ResultSet row) throws IOException, SQLException {
        switch (table.columns().get(index).kind()) {
            case NUMBER -> json.writeNumber(row.getLong(index + 1));
            case TEXT -> json.writeString(text(table, index, row));
            case BYTES -> {
                byte[] bytes = row.getBytes(index + 1);
                if (bytes == null) {
                    json.writeNull();
                } else {
                    json.writeBinary(bytes);
                }
            }
        }
    }

    private String text(Table table, int index, ResultSet row) throws SQLException {
        String text = row.getString(index + 1);
        boolean position = table.name().equals("channel_cursor")
                && table.columns().get(index).name().equals("value")
                && row.getString("name").equals("position");
        return position ? listening.getOrDefault(row.getString("channel"), text) : text;
    }
}
