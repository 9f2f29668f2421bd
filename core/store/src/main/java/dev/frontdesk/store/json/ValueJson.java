package dev.frontdesk.store.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.frontdesk.api.Value;
import dev.frontdesk.store.sql.Texts;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/**
 * Values as JSON. Everything is what it looks like, but a time is {@code {"$time": "…"}}, and a name that begins with a dollar is
 * written with one more. Text that a database refuses is replaced, and what is nested deeper than anybody reads is dropped:
 * neither may fail the batch it is in.
 */
public final class ValueJson {
    private static final String TIME = "$time";
    private static final int DEPTH = 200;

    private ValueJson() {}

    public static String write(Value value) {
        if (value instanceof Value.Fields fields && fields.values().isEmpty()) {
            return "{}";
        }
        return Json.write(json -> write(json, value, 0));
    }

    public static Value read(String text) {
        return Json.read(text, ValueJson::read);
    }

    public static Value.Fields fields(String text) {
        return text.equals("{}") || !(read(text) instanceof Value.Fields fields) ? Value.EMPTY : fields;
    }

    static void write(JsonGenerator json, Value value) throws IOException {
        write(json, value, 0);
    }

    private static void write(JsonGenerator json, Value value, int depth) throws IOException {
        if (depth > DEPTH) {
            json.writeNull();
            return;
        }
        switch (value) {
            case Value.Nil() -> json.writeNull();
            case Value.Bool(var yes) -> json.writeBoolean(yes);
            case Value.Num(var number) -> json.writeNumber(number);
            case Value.Text(var text) -> json.writeString(Texts.clean(text));
            case Value.Time(var time) -> {
                json.writeStartObject();
                json.writeStringField(TIME, time.toString());
                json.writeEndObject();
            }
            case Value.Items(var values) -> {
                json.writeStartArray();
                for (Value item : values) {
                    write(json, item, depth + 1);
                }
                json.writeEndArray();
            }
            case Value.Fields(var values) -> {
                json.writeStartObject();
                for (var entry : values.entrySet()) {
                    String name = Texts.clean(entry.getKey());
                    json.writeFieldName(name.startsWith("$") ? "$" + name : name);
                    write(json, entry.getValue(), depth + 1);
                }
                json.writeEndObject();
            }
        }
    }

    static Value read(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> Value.of(true);
            case VALUE_FALSE -> Value.of(false);
            case VALUE_STRING -> Value.of(json.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value.Num(json.getDecimalValue());
            case START_ARRAY -> items(json);
            case START_OBJECT -> object(json);
            default -> Value.NIL;
        };
    }

    private static Value items(JsonParser json) throws IOException {
        var items = new ArrayList<Value>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(json));
        }
        return new Value.Items(items);
    }

    private static Value object(JsonParser json) throws IOException {
        var values = new LinkedHashMap<String, Value>();
        boolean timed = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            timed |= name.equals(TIME);
            values.put(name.startsWith("$$") ? name.substring(1) : name, read(json));
        }
        // A name of ours that an author gave came with one more dollar.
        return timed && values.size() == 1 && values.get(TIME) instanceof Value.Text(var time)
                ? new Value.Time(Instant.parse(time))
                : new Value.Fields(values);
    }
}
