package dev.frontdesk.channel.telegram;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** JSON within limits that no real update comes near. Never throws. */
final class Json {

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(100)
            .maxNumberLength(100)
            .maxNameLength(1_000)
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** To find where one update ends and the next begins, whatever is in them. */
    private static final JsonFactory UNLIMITED = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private Json() {}

    /** The object in the text, or empty when there is none. */
    static Optional<JsonNode> object(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(JsonNode::isObject);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** The object in the bytes, or empty when there is none. */
    static Optional<JsonNode> object(byte[] bytes) {
        try {
            return Optional.of(MAPPER.readTree(bytes)).filter(JsonNode::isObject);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** As JSON. */
    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /** A whole number that fits. */
    static OptionalLong number(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong()
                ? OptionalLong.of(node.longValue())
                : OptionalLong.empty();
    }

    /** A text that is not empty. */
    static Optional<String> text(JsonNode node) {
        return Optional.ofNullable(node.textValue()).filter(value -> !value.isEmpty());
    }

    /**
     * The elements of the array behind a key, each exactly as it came.
     *
     * @param whole false when the text broke off or is no JSON from some point on
     */
    record Elements(List<String> texts, boolean whole) {}

    /** Cuts {@code {…,"key":[a,b,…]}} into the texts of a, b, … without understanding them. */
    static Elements elements(String text, String key) {
        var found = new ArrayList<String>();
        try (var parser = UNLIMITED.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Elements(List.of(), false);
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean here = parser.currentName().equals(key);
                if (parser.nextToken() != JsonToken.START_ARRAY || !here) {
                    parser.skipChildren();
                    continue;
                }
                for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                    if (token == null) {
                        return new Elements(found, false);
                    }
                    int start = (int) parser.currentTokenLocation().getCharOffset();
                    parser.skipChildren();
                    parser.finishToken();
                    found.add(
                            text.substring(start, (int) parser.currentLocation().getCharOffset()));
                }
                return new Elements(found, true);
            }
        } catch (IOException broken) {
            return new Elements(found, false);
        }
        return new Elements(found, false);
    }
}
