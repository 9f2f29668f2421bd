package dev.frontdesk.plugin.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Enrichment;
import dev.frontdesk.api.workflow.ActionResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The JSON a server answered with. */
final class Answer {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** A number like 1e999999999 is small as text and enormous as digits: it stays a text. */
    private static final int LARGEST_EXPONENT = 100;

    private Answer() {}

    static ActionResult picked(byte[] body, Map<String, String> save, Map<String, Value> defaults) {
        if (save.isEmpty()) {
            return new ActionResult.Ok(Value.EMPTY);
        }
        var answer = parsed(body);
        var found = Value.EMPTY;
        for (var entry : save.entrySet()) {
            var node = answer.at(JsonPointer.compile(entry.getValue()));
            var missing = defaults.get(entry.getKey());
            if (!node.isMissingNode() && !node.isNull()) {
                found = found.with(entry.getKey(), value(node));
            } else if (missing != null) {
                found = found.with(entry.getKey(), missing);
            } else {
                return Trouble.MAPPING_ERROR.because("the answer has nothing at '" + entry.getValue() + "'", false);
            }
        }
        return new ActionResult.Ok(found);
    }

    /** What is there of the wanted; nobody, when nothing of it is. */
    static Enrichment found(byte[] body, Map<String, String> wanted, Optional<String> notFoundWhen) {
        var answer = parsed(body);
        if (notFoundWhen
                .filter(pointer -> isNothing(answer.at(JsonPointer.compile(pointer))))
                .isPresent()) {
            return new Enrichment.NotFound();
        } else if (answer.isMissingNode() && body.length > 0) {
            return new Enrichment.Failed("the answer is no JSON", false);
        }
        var found = new TreeMap<String, Value>();
        wanted.forEach((name, pointer) -> {
            var node = answer.at(JsonPointer.compile(pointer));
            if (!node.isMissingNode() && !node.isNull()) {
                found.put(name, value(node));
            }
        });
        return found.isEmpty() ? new Enrichment.NotFound() : new Enrichment.Found(found);
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || node.isContainerNode() && node.isEmpty()
                || node.isTextual() && node.textValue().isEmpty();
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException _) {
            return MissingNode.getInstance(); // as if nothing had been found, so that defaults still serve
        }
    }

    private static Value value(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> Value.of(node.textValue());
            case BOOLEAN -> Value.of(node.booleanValue());
            case NUMBER -> number(node.decimalValue());
            case ARRAY -> {
                var items = new ArrayList<Value>();
                node.forEach(item -> items.add(value(item)));
                yield new Value.Items(items);
            }
            case OBJECT -> {
                var fields = new java.util.LinkedHashMap<String, Value>();
                node.properties().forEach(field -> fields.put(field.getKey(), value(field.getValue())));
                yield new Value.Fields(fields);
            }
            case NULL, MISSING, BINARY, POJO -> Value.NIL;
        };
    }

    private static Value number(BigDecimal number) {
        return Math.abs(number.scale()) > LARGEST_EXPONENT ? Value.of(number.toString()) : new Value.Num(number);
    }
}
