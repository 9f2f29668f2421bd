package dev.frontdesk.web.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A body of the inbox: one flat object whose values are texts. Anything else is refused. */
public final class JsonBody {
    private final Map<String, String> fields;

    private JsonBody(Map<String, String> fields) {
        this.fields = fields;
    }

    static JsonBody parse(byte[] body) {
        try (var parser = Json.FACTORY.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed();
            }
            var fields = read(parser);
            if (parser.nextToken() != null) {
                throw malformed();
            }
            return new JsonBody(fields);
        } catch (IOException e) {
            throw malformed();
        }
    }

    private static Map<String, String> read(JsonParser parser) throws IOException {
        var fields = new HashMap<String, String>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            switch (parser.nextToken()) {
                case VALUE_STRING -> {
                    if (fields.put(name, parser.getText()) != null) {
                        throw malformed();
                    }
                }
                case VALUE_NULL -> {}
                default -> throw malformed();
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw malformed();
        }
        return fields;
    }

    /** The text, or "" when it is absent. */
    public String text(String name) {
        return fields.getOrDefault(name, "");
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** A text that must be there. */
    public String required(String name) {
        String value = text(name);
        if (value.isBlank()) {
            throw Refusal.of(400, "missing-" + name, "The body must carry '" + name + "'.");
        }
        return value;
    }

    private static Refusal malformed() {
        return Refusal.of(400, "bad-json", "The body must be one JSON object whose values are texts.");
    }
}
