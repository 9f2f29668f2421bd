package dev.frontdesk.plugin.lookup.sql;

import dev.frontdesk.api.Value;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The columns of a row as values. */
final class Columns {
    private static final int LONGEST = 100_000;

    /** A number like 1e999999 is small in a database and enormous as digits. */
    private static final int LARGEST_EXPONENT = 100;

    private Columns() {}

    static Map<String, Value> of(ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, Value>();
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            var name = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
            values.put(name, value(row, columns, i, name));
        }
        return values;
    }

    private static Value value(ResultSet row, ResultSetMetaData columns, int i, String name) throws SQLException {
        return switch (row.getObject(i)) {
            case null -> Value.NIL;
            case Timestamp _ -> new Value.Time(time(row, columns, i));
            case Boolean bool -> Value.of(bool);
            case BigDecimal number -> number(number);
            case Double number -> Double.isFinite(number) ? number(BigDecimal.valueOf(number)) : Value.NIL;
            case Float number -> Float.isFinite(number) ? number(new BigDecimal(number.toString())) : Value.NIL;
            case Number number -> Value.of(number.longValue());
            case byte[] _ -> Value.NIL; // nothing that a workflow could read
            case Object other -> text(other.toString(), name);
        };
    }

    /** A time without a zone is one of UTC, wherever this runs. */
    private static Instant time(ResultSet row, ResultSetMetaData columns, int i) throws SQLException {
        if (columns.getColumnTypeName(i).equalsIgnoreCase("timestamptz")) {
            return row.getObject(i, OffsetDateTime.class).toInstant();
        }
        return row.getObject(i, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static Value number(BigDecimal number) {
        return Math.abs(number.scale()) > LARGEST_EXPONENT ? Value.of(number.toString()) : new Value.Num(number);
    }

    private static Value text(String text, String name) throws SQLException {
        if (text.length() > LONGEST) {
            throw new SQLException(
                    "the column '" + name + "' holds " + text.length() + " characters; at most " + LONGEST
                            + " are read",
                    "22001");
        }
        return Value.of(text);
    }
}
