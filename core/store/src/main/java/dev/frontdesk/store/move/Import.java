package dev.frontdesk.store.move;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.frontdesk.engine.port.StoreException;
import dev.frontdesk.engine.port.StoreException.Kind;
import dev.frontdesk.store.schema.Migrations;
import dev.frontdesk.store.sql.Rows;
import dev.frontdesk.store.sql.Session;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts an {@link Export} into an empty store, in one transaction: all of it, or nothing. */
public final class Import {
    private static final int BATCH = 500;
    private static final long BATCH_BYTES = 4_000_000;

    private final Connection connection;
    private final Session session;
    private final Progress progress;
    private long total;
    private long done;

    /** @param connection in the middle of the transaction that the session has begun; whoever began it rolls it back when this throws */
    public Import(Connection connection, Session session, Progress progress) {
        this.connection = connection;
        this.session = session;
        this.progress = progress;
    }

    /** Answers how many rows. */
    public long from(InputStream stream) throws IOException, SQLException {
        var tables = Table.all(connection);
        try (var lines = new Lines.Reader(stream)) {
            var header = lines.read(Header::read);
            check(header, tables);
            Quiet.keep(session, tables, "exclusive");
            refuseFull(tables);
            total = header.rows();
            for (var expected : header.tables().keySet()) {
                take(expected, header.tables().get(expected), tables, lines);
            }
            var sum = lines.sum();
            if (!sum.equals(lines.read(Import::sum)) || lines.more()) {
                throw new IOException("its checksum is wrong");
            }
        }
        countOn();
        return total;
    }

    private static void check(Header header, List<Table> tables) {
        if (header.format() > Header.FORMAT) {
            throw refused("it has format " + header.format() + " and this Frontdesk reads up to " + Header.FORMAT
                    + ". Update this Frontdesk first");
        }
        int difference = Integer.compare(Integer.parseInt(header.schema()), Integer.parseInt(Migrations.NEWEST));
        if (difference > 0) {
            throw refused("its tables have version " + header.schema() + " and those of this Frontdesk "
                    + Migrations.NEWEST + ". Update this Frontdesk first");
        }
        if (difference < 0) {
            throw refused("its tables have version " + header.schema() + " and those of this Frontdesk "
                    + Migrations.NEWEST + ". Import it with the Frontdesk that made it, then start this one");
        }
        var names = tables.stream().map(Table::name).collect(Collectors.toSet());
        if (!names.equals(header.tables().keySet())) {
            throw refused("it has other tables than the store");
        }
    }

    private void refuseFull(List<Table> tables) {
        for (var table : tables) {
            long rows = session.query("select count(*) from " + table.name())
                    .first(row -> row.longs())
                    .orElseThrow();
            if (rows > 0 && !table.name().equals("lease")) {
                throw refused("the store is not empty: " + rows + " rows in '" + table.name()
                        + "'. Name an empty database, or drop and create this one");
            }
        }
        session.query("delete from lease").run();
    }

    private void take(String expected, long rows, List<Table> tables, Lines.Reader lines) throws IOException {
        var head = lines.read(Import::head);
        var table = tables.stream()
                .filter(one -> one.name().equals(expected))
                .findFirst()
                .orElseThrow();
        if (!head.equals(table)) {
            throw new IOException("it has " + head + " where the store has " + table);
        }
        var insert = table.insert();
        var batch = insert.rows(BATCH);
        long begun = lines.read();
        for (long i = 0; i < rows; i++) {
            var into = batch;
            lines.read(json -> row(json, table, into));
            if (batch.size() == BATCH || lines.read() - begun > BATCH_BYTES) {
                session.write(insert, batch);
                batch = insert.rows(BATCH);
                begun = lines.read();
            }
            progress.at(++done, total);
        }
        session.write(insert, batch);
    }

    private static Rows row(JsonParser json, Table table, Rows into) throws IOException {
        for (var column : table.columns()) {
            boolean none = json.nextToken() == JsonToken.VALUE_NULL;
            switch (column.kind()) {
                case NUMBER -> into.put(json.getLongValue());
                case TEXT -> into.put(none ? null : json.getText());
                case BYTES -> into.put(none ? null : json.getBinaryValue());
            }
        }
        if (json.nextToken() != JsonToken.END_ARRAY) {
            throw new IOException("a row of '" + table.name() + "' is too long");
        }
        return into;
    }

    private static Table head(JsonParser json) throws IOException {
        json.nextToken();
        json.nextToken();
        var name = json.getText();
        json.nextToken();
        json.nextToken();
        var columns = new ArrayList<Table.Column>();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            columns.add(Table.Column.of(json.getText()));
        }
        return new Table(name, columns);
    }

    private static String sum(JsonParser json) throws IOException {
        json.nextToken();
        json.nextToken();
        return json.getText();
    }

    /** SQLite counts on from the highest id by itself. */
    private void countOn() {
        if (session.dialect().writesSideBySide()) {
            session.query("select setval(pg_get_serial_sequence('event', 'id'), "
                            + "(select max(id) from event)) where exists (select 1 from event)")
                    .list(row -> row.longs());
            session.query("analyze").run();
        }
    }

    private static StoreException refused(String why) {
        return new StoreException(Kind.REFUSED, why, new IllegalStateException("refused"));
    }
}
