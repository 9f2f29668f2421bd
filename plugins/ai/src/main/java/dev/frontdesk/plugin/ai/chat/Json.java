package dev.frontdesk.plugin.ai.chat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontdesk.api.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/** JSON as the endpoint speaks it, and values. What a model writes is as little to be trusted as what a contact writes. */
public final class Json {
    private static final int DEEPEST = 30;
    private static final int LARGEST_EXPONENT = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static Optional<JsonNode> read(byte[] text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text));
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    static byte[] written(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (IOException e) {
            throw new IllegalStateException("a tree in memory can be written", e);
        }
    }

    static Value value(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> Value.of(node.textValue());
            case BOOLEAN -> Value.of(node.booleanValue());
            case NUMBER -> {
                var number = node.decimalValue();
                yield Math.abs(number.scale()) > LARGEST_EXPONENT ? Value.of(number.toString()) : new Value.Num(number);
            }
            case ARRAY -> {
                var items = new ArrayList<Value>();
                node.forEach(item -> items.add(value(item)));
                yield new Value.Items(items);
            }
            case OBJECT -> {
                var fields = new LinkedHashMap<String, Value>();
                node.properties().forEach(field -> fields.put(field.getKey(), value(field.getValue())));
                yield new Value.Fields(fields);
            }
            case NULL, MISSING, BINARY, POJO -> Value.NIL;
        };
    }

    static JsonNode node(Value value) {
        var make = JsonNodeFactory.instance;
        return switch (value) {
            case Value.Nil() -> make.nullNode();
            case Value.Bool(var bool) -> make.booleanNode(bool);
            case Value.Num(var number) -> make.numberNode(number);
            case Value.Text(var text) -> make.textNode(text);
            case Value.Time(var time) -> make.textNode(time.toString());
            case Value.Items(var items) -> {
                var array = make.arrayNode();
                items.forEach(item -> array.add(node(item)));
                yield array;
            }
            case Value.Fields(var fields) -> {
                var object = make.objectNode();
                fields.forEach((name, field) -> object.set(name, node(field)));
                yield object;
            }
        };
    }
}
