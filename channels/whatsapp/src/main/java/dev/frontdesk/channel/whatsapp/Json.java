package dev.frontdesk.channel.whatsapp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/** JSON within limits that no real webhook comes near. Never throws. */
final class Json {

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(100)
            .maxNumberLength(100)
            .maxNameLength(1_000)
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** The object in the bytes, or empty when there is none. One character that is no UTF-8 does not spoil the rest. */
    static Optional<JsonNode> object(byte[] bytes) {
        return read(() -> MAPPER.readTree(bytes))
                .or(() -> read(() -> MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8))))
                .filter(JsonNode::isObject);
    }

    /** The object in the text, or empty when there is none. */
    static Optional<JsonNode> object(String text) {
        return read(() -> MAPPER.readTree(text)).filter(JsonNode::isObject);
    }

    private interface Source {
        JsonNode read() throws IOException;
    }

    private static Optional<JsonNode> read(Source source) {
        try {
            return Optional.of(source.read());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A text that is not empty. */
    static Optional<String> text(JsonNode node) {
        return Optional.ofNullable(node.textValue()).filter(value -> !value.isEmpty());
    }

    /** An id: a text that is not empty, or a whole number written as such. */
    static Optional<String> id(JsonNode node) {
        return node.isIntegralNumber() ? Optional.of(node.asText()) : text(node);
    }

    /** A whole number that fits, written as a number or as a text. */
    static OptionalLong number(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return OptionalLong.of(node.longValue());
        }
        var digits = node.isTextual() ? node.textValue() : "";
        return !digits.isEmpty() && digits.length() <= 18 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? OptionalLong.of(Long.parseLong(digits))
                : OptionalLong.empty();
    }
}
