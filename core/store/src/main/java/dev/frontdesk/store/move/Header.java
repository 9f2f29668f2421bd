package dev.frontdesk.store.move;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The first line of an export.
 *
 * @param format of the file; {@link #FORMAT} is this one
 * @param schema the version of the tables
 * @param from which database it comes from
 * @param tables how many rows each has, in the order in which they come
 */
record Header(int format, String schema, String from, long madeAt, Map<String, Long> tables) {
    static final int FORMAT = 1;

    private static final String MARK = "frontdesk-export";

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField(MARK, format);
        json.writeStringField("schema", schema);
        json.writeStringField("from", from);
        json.writeNumberField("madeAt", madeAt);
        json.writeObjectFieldStart("tables");
        for (var table : tables.entrySet()) {
            json.writeNumberField(table.getKey(), table.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** A later format may have more fields; only its number must be where it is. */
    static Header read(JsonParser json) throws IOException {
        int format = 0;
        String schema = "";
        String from = "";
        long madeAt = 0;
        var tables = new LinkedHashMap<String, Long>();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new IOException("it does not begin with the line of an export");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case MARK -> format = json.getIntValue();
                case "schema" -> schema = json.getText();
                case "from" -> from = json.getText();
                case "madeAt" -> madeAt = json.getLongValue();
                case "tables" -> {
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        String table = json.currentName();
                        json.nextToken();
                        tables.put(table, json.getLongValue());
                    }
                }
                default -> json.skipChildren();
            }
        }
        if (format == 0) {
            throw new IOException("it does not begin with the line of an export");
        }
        return new Header(format, schema, from, madeAt, tables);
    }

    long rows() {
        return tables.values().stream().mapToLong(Long::longValue).sum();
    }
}
