package dev.frontdesk.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** JSON as plain values, cut where it is deep or long: for notices and conditions, not for keeping. */
final class Values {

    private static final int MOST = 50;
    private static final int DEEPEST = 6;
    private static final int LONGEST = 2_000;

    private Values() {}

    static Value.Fields fields(JsonNode object) {
        return of(object, 0) instanceof Value.Fields fields ? fields : Value.EMPTY;
    }

    private static Value of(JsonNode node, int depth) {
        if (node.isObject() && depth < DEEPEST) {
            var fields = new LinkedHashMap<String, Value>();
            for (var field : node.properties()) {
                if (fields.size() < MOST) {
                    fields.put(cut(field.getKey()), of(field.getValue(), depth + 1));
                }
            }
            return new Value.Fields(fields);
        }
        if (node.isArray() && depth < DEEPEST) {
            var items = new ArrayList<Value>();
            for (int i = 0; i < Math.min(MOST, node.size()); i++) {
                items.add(of(node.get(i), depth + 1));
            }
            return new Value.Items(items);
        }
        if (node.isBoolean()) {
            return Value.of(node.booleanValue());
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return Value.of(node.longValue());
        }
        return node.isNull() || node.isContainerNode() ? Value.NIL : Value.of(cut(node.asText()));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
