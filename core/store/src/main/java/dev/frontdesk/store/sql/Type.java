package dev.frontdesk.store.sql;

/** What a column of {@link Rows} holds. */
enum Type {
    LONG("bigint"),
    INT("integer"),
    TEXT("text"),
    BYTES("bytea");

    final String array;

    Type(String name) {
        array = "?::" + name + "[]";
    }

    Object column(int size) {
        return switch (this) {
            case LONG -> new long[size];
            case INT -> new int[size];
            case TEXT -> new String[size];
            case BYTES -> new byte[size][];
        };
    }
}
