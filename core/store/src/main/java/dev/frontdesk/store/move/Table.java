package dev.frontdesk.store.move;

import dev.frontdesk.store.sql.Bulk;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A table as the database itself describes it, so that none that is added later can be forgotten. */
record Table(String name, List<Column> columns) {
    /**
     * What is not moved: the numbers of the partitions, which are made with the tables; who works on the store, and that is nobody;
     * and the history of the tables, which are made anew.
     */
    private static final Set<String> LEFT_OUT = Set.of("partition", "node", "flyway_schema_history");

    enum Kind {
        NUMBER,
        TEXT,
        BYTES
    }

    record Column(String name, Kind kind) {
        static Column of(String described) {
            int colon = described.indexOf(':');
            return new Column(described.substring(0, colon), Kind.valueOf(described.substring(colon + 1)));
        }

        String described() {
            return name + ":" + kind;
        }
    }

    /** Those that others refer to come first. */
    static List<Table> all(Connection connection) throws SQLException {
        var data = connection.getMetaData();
        var schema = connection.getSchema();
        var found = new TreeMap<String, Table>();
        var parents = new TreeMap<String, Set<String>>();
        try (var rows = data.getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                var name = rows.getString("TABLE_NAME");
                if (!LEFT_OUT.contains(name) && !name.startsWith("sqlite_")) {
                    found.put(name, new Table(name, List.of()));
                }
            }
        }
        for (var name : List.copyOf(found.keySet())) {
            found.put(name, new Table(name, columns(data, schema, name)));
            parents.put(name, parents(data, schema, name));
        }
        return ordered(found, parents);
    }

    private static List<Column> columns(DatabaseMetaData data, String schema, String table) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var rows = data.getColumns(null, schema, table, "%")) {
            while (rows.next()) {
                columns.add(new Column(rows.getString("COLUMN_NAME"), kind(rows.getString("TYPE_NAME"))));
            }
        }
        return List.copyOf(columns);
    }

    private static Kind kind(String type) throws SQLException {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "integer", "bigint", "int4", "int8" -> Kind.NUMBER;
            case "text" -> Kind.TEXT;
            case "blob", "bytea" -> Kind.BYTES;
            default -> throw new SQLException("a column of the type " + type + " cannot be moved");
        };
    }

    private static Set<String> parents(DatabaseMetaData data, String schema, String table) throws SQLException {
        var parents = new HashSet<String>();
        try (var rows = data.getImportedKeys(null, schema, table)) {
            while (rows.next()) {
                parents.add(rows.getString("PKTABLE_NAME"));
            }
        }
        return parents;
    }

    private static List<Table> ordered(Map<String, Table> found, Map<String, Set<String>> parents) {
        var ordered = new ArrayList<Table>();
        var done = new HashSet<String>();
        while (ordered.size() < found.size()) {
            for (var table : found.values()) {
                if (!done.contains(table.name) && done.containsAll(parents.getOrDefault(table.name, Set.of()))) {
                    ordered.add(table);
                    done.add(table.name);
                }
            }
        }
        return ordered;
    }

    Bulk insert() {
        var bulk = Bulk.insert(name).keepingIds();
        for (var column : columns) {
            switch (column.kind) {
                case NUMBER -> bulk.longs(column.name);
                case TEXT -> bulk.texts(column.name);
                case BYTES -> bulk.bytes(column.name);
            }
        }
        return bulk.done();
    }

    String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
