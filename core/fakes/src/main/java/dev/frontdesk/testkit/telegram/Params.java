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

/** The parameters of a call: from the query, from a form, from the parts of a multipart body, or from JSON. */
record Params(Map<String, String> values, Map<String, Upload> uploads) {

    /** A file in a multipart body. */
    record Upload(String name, String type, byte[] bytes) {}

    static Params of(HttpExchange call) throws IOException, Refusal {
        var values = new HashMap<String, String>();
        var uploads = new HashMap<String, Upload>();
        form(call.getRequestURI().getRawQuery(), values);
        var body = call.getRequestBody().readAllBytes();
        var type = String.join("", call.getRequestHeaders().getOrDefault("Content-Type", List.of()));
        if (type.startsWith("application/json")) {
            json(body, values);
        } else if (type.startsWith("multipart/form-data")) {
            multipart(body, type.substring(type.indexOf("boundary=") + "boundary=".length()), values, uploads);
        } else {
            form(new String(body, UTF_8), values);
        }
        return new Params(Map.copyOf(values), Map.copyOf(uploads));
    }

    static void form(@Nullable String text, Map<String, String> values) {
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

    /** One byte is one character here, so that what is between two boundaries stays what it is. */
    private static void multipart(
            byte[] body, String boundary, Map<String, String> values, Map<String, Upload> uploads) {
        var text = new String(body, ISO_8859_1);
        var delimiter = "--" + boundary;
        int start = text.indexOf(delimiter);
        while (start >= 0) {
            start += delimiter.length() + 2;
            int end = text.indexOf("\r\n" + delimiter, start);
            if (end < 0) {
                return;
            }
            part(text.substring(start, end), values, uploads);
            start = end + 2;
        }
    }

    private static void part(String part, Map<String, String> values, Map<String, Upload> uploads) {
        int blank = part.indexOf("\r\n\r\n");
        var head = new String(part.substring(0, Math.max(0, blank)).getBytes(ISO_8859_1), UTF_8);
        var bytes = part.substring(blank + 4).getBytes(ISO_8859_1);
        var file = quoted(head, "filename=");
        if (head.contains("filename=")) {
            uploads.put(quoted(head, " name="), new Upload(file, header(head, "Content-Type:"), bytes));
        } else {
            values.put(quoted(head, " name="), new String(bytes, UTF_8));
        }
    }

    private static String quoted(String head, String what) {
        int at = head.indexOf(what + '"');
        int start = at + what.length() + 1;
        return at < 0 ? "" : head.substring(start, head.indexOf('"', start));
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElse("");
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
