package dev.frontdesk.testkit.telegram;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a call: from the query, from a form, from the fields of a multipart body, or from JSON. */
record Params(Map<String, String> values) {

    static Params of(HttpExchange call) throws IOException, Refusal {
        var values = new HashMap<String, String>();
        form(call.getRequestURI().getRawQuery(), values);
        var body = call.getRequestBody().readAllBytes();
        var type = String.join("", call.getRequestHeaders().getOrDefault("Content-Type", List.of()));
        if (type.startsWith("application/json")) {
            json(body, values);
        } else if (type.startsWith("multipart/form-data")) {
            multipart(body, type.substring(type.indexOf("boundary=") + "boundary=".length()), values);
        } else {
            form(new String(body, UTF_8), values);
        }
        return new Params(Map.copyOf(values));
    }

    private static void form(@Nullable String text, Map<String, String> values) {
        for (var pair : text == null ? new String[0] : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(
                        URLDecoder.decode(pair.substring(0, equals), UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
    }

    private static void json(byte[] body, Map<String, String> values) throws Refusal {
        try {
            for (var field : Json.parse(new String(body, UTF_8)).properties()) {
                var value = field.getValue();
                values.put(field.getKey(), value.isTextual() ? value.textValue() : value.toString());
            }
        } catch (UncheckedIOException malformed) {
            throw new Refusal(400, "Bad Request: object expected as JSON");
        }
    }

    private static void multipart(byte[] body, String boundary, Map<String, String> values) {
        for (var part : new String(body, ISO_8859_1).split("--" + boundary)) {
            int name = part.indexOf("name=\"");
            int blank = part.indexOf("\r\n\r\n");
            if (name > 0 && blank > 0 && !part.substring(0, blank).contains("filename=")) {
                var value = part.substring(blank + 4, part.length() - 2).getBytes(ISO_8859_1);
                values.put(part.substring(name + 6, part.indexOf('"', name + 6)), new String(value, UTF_8));
            }
        }
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    long number(String name, long otherwise) throws Refusal {
        try {
            return values.containsKey(name) ? Long.parseLong(text(name).strip()) : otherwise;
        } catch (NumberFormatException malformed) {
            throw new Refusal(400, "Bad Request: " + name + " must be a number");
        }
    }

    JsonNode json(String name) throws Refusal {
        try {
            return Json.parse(text(name).isEmpty() ? "null" : text(name));
        } catch (UncheckedIOException malformed) {
            throw new Refusal(400, "Bad Request: can't parse " + name + " JSON object");
        }
    }
}
