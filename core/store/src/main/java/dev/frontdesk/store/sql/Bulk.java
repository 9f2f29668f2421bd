package dev.frontdesk.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One statement for any number of rows. PostgreSQL takes the columns as typed arrays, so its plan is made once; SQLite steps a
 * prepared statement.
 */
public final class Bulk {
    final String forArrays;
    final String forRows;
    final List<Type> types;

    private Bulk(String forArrays, String forRows, List<Type> types) {
        this.forArrays = forArrays;
        this.forRows = forRows;
        this.types = List.copyOf(types);
    }

    public Rows rows(int capacity) {
        return new Rows(types, capacity);
    }

    public static Columns insert(String table) {
        return new Columns(table);
    }

    /** The first {@code keys} columns find the row, the others are set. */
    public static Columns update(String table, int keys) {
        return new Columns(table, keys, false);
    }

    /** All columns find the row. */
    public static Columns delete(String table) {
        return new Columns(table, 0, true);
    }

    /** Collects the columns in the order their values are put. */
    public static final class Columns {
        private final String table;
        private final int keys;
        private final boolean deletes;
        private final List<String> names = new ArrayList<>();
        private final List<Type> types = new ArrayList<>();
        private String tail = "";
        private String ids = "";

        private Columns(String table) {
            this(table, 0, false);
        }

        private Columns(String table, int keys, boolean deletes) {
            this.table = table;
            this.keys = keys;
            this.deletes = deletes;
        }

        public Columns longs(String... columns) {
            return columns(Type.LONG, columns);
        }

        public Columns ints(String... columns) {
            return columns(Type.INT, columns);
        }

        public Columns texts(String... columns) {
            return columns(Type.TEXT, columns);
        }

        public Columns bytes(String... columns) {
            return columns(Type.BYTES, columns);
        }

        /** Leaves rows alone whose key is taken. */
        public Columns orNothing() {
            tail = " on conflict do nothing";
            return this;
        }

        /** Overwrites the row whose key is taken. */
        public Columns orReplace(String... key) {
            var keyed = List.of(key);
            tail = " on conflict (" + String.join(", ", key) + ") do update set "
                    + names.stream()
                            .filter(name -> !keyed.contains(name))
                            .map(name -> name + " = excluded." + name)
                            .collect(Collectors.joining(", "));
            return this;
        }

        /** Rows whose key is taken are changed like this; {@code excluded} names the new values. */
        public Columns orSet(String key, String assignments) {
            tail = " on conflict (" + key + ") do update set " + assignments;
            return this;
        }

        /** Also where the database counts them by itself. */
        public Columns keepingIds() {
            ids = "overriding system value ";
            return this;
        }

        /** Inserts in this order, so that rivals wait for each other in one direction only. */
        public Bulk orderedBy(String columns) {
            return inserting(" order by " + columns);
        }

        public Bulk done() {
            if (deletes) {
                return new Bulk(
                        "delete from " + table + " t using " + arrays() + " where "
                                + joined(0, names.size(), "t.%s = v.%s", " and "),
                        "delete from " + table + " where " + joined(0, names.size(), "%s = ?%d", " and "),
                        types);
            }
            return keys == 0 ? inserting("") : updating();
        }

        private Bulk inserting(String order) {
            String into = "insert into " + table + " (" + String.join(", ", names) + ") ";
            String values = IntStream.range(0, names.size()).mapToObj(_ -> "?").collect(Collectors.joining(", "));
            return new Bulk(
                    into + ids + "select * from " + arrays() + order + tail,
                    into + "values (" + values + ")" + tail,
                    types);
        }

        private Bulk updating() {
            return new Bulk(
                    "update " + table + " t set " + joined(keys, names.size(), "%s = v.%s", ", ") + " from " + arrays()
                            + " where " + joined(0, keys, "t.%s = v.%s", " and "),
                    "update " + table + " set " + joined(keys, names.size(), "%s = ?%d", ", ") + " where "
                            + joined(0, keys, "%s = ?%d", " and "),
                    types);
        }

        /** Each piece is given the column's name, then its name again or, for %d, its place. */
        private String joined(int from, int to, String piece, String between) {
            boolean placed = piece.contains("%d");
            return IntStream.range(from, to)
                    .mapToObj(i -> placed
                            ? String.format(piece, names.get(i), i + 1)
                            : String.format(piece, names.get(i), names.get(i)))
                    .collect(Collectors.joining(between));
        }

        private String arrays() {
            return "unnest(" + types.stream().map(type -> type.array).collect(Collectors.joining(", ")) + ") as v("
                    + String.join(", ", names) + ")";
        }

        private Columns columns(Type type, String... columns) {
            for (String column : columns) {
                names.add(column);
                types.add(type);
            }
            return this;
        }
    }
}
