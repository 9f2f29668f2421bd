package dev.frontdesk.app.config.file;

import dev.frontdesk.api.Value;

/** What a declared field of a contact holds. */
public enum FieldType {
    TEXT(Value.Text.class),
    NUMBER(Value.Num.class),
    BOOLEAN(Value.Bool.class),
    TIME(Value.Time.class),
    LIST(Value.Items.class);

    private final Class<? extends Value> type;

    FieldType(Class<? extends Value> type) {
        this.type = type;
    }

    public Class<? extends Value> type() {
        return type;
    }
}
