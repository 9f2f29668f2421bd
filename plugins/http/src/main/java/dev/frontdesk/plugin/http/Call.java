package dev.frontdesk.plugin.http;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Template;
import dev.frontdesk.api.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One request as the step wishes it and the action gets it: everything that must survive a restart, and no secret. */
record Call(
        String url,
        Method method,
        Map<String, String> headers,
        Optional<String> body,
        Optional<String> authorization,
        Duration timeout,
        boolean sendKey,
        Map<String, String> save,
        Map<String, Value> defaults) {

    static Call of(HttpSettings settings, Facts facts) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        if (settings.body().isPresent()) {
            headers.put("Content-Type", "application/json");
        }
        headers.putAll(headers(settings.headers(), facts));
        return new Call(
                settings.url().render(Escaping.forUrl(facts)).strip(),
                settings.method(),
                headers,
                settings.body().map(body -> body.render(Escaping.forBody(facts, settings.contentType()))),
                settings.authorization(),
                settings.timeout(),
                settings.idempotencyKey(),
                settings.save(),
                settings.defaults());
    }

    static Map<String, String> headers(Map<String, Template> configured, Facts facts) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        configured.forEach(
                (name, value) -> headers.put(name, Escaping.oneLine(value.render(Escaping.forHeader(facts)))));
        return headers;
    }

    boolean repeatable() {
        return method.idempotent() || sendKey;
    }

    Value asValue() {
        var fields = Value.EMPTY
                .with("url", Value.of(url))
                .with("method", Value.of(method.name()))
                .with("headers", texts(headers))
                .with("timeout", Value.of(timeout.toMillis()))
                .with("sendKey", Value.of(sendKey))
                .with("save", texts(save))
                .with("defaults", new Value.Fields(new TreeMap<>(defaults)));
        fields = body.isPresent() ? fields.with("body", Value.of(body.get())) : fields;
        return authorization.isPresent() ? fields.with("authorization", Value.of(authorization.get())) : fields;
    }

    static Call from(Value input) {
        if (!(input instanceof Value.Fields fields)) {
            throw new IllegalArgumentException("no request in it");
        }
        return new Call(
                fields.get("url").asText(),
                Method.valueOf(fields.get("method").asText()),
                texts(fields.get("headers")),
                text(fields.get("body")),
                text(fields.get("authorization")),
                fields.get("timeout") instanceof Value.Num(var millis)
                        ? Duration.ofMillis(millis.longValue())
                        : Duration.ofSeconds(10),
                fields.get("sendKey").equals(Value.of(true)),
                texts(fields.get("save")),
                fields.get("defaults") instanceof Value.Fields(var defaults) ? defaults : Map.of());
    }

    private static Value texts(Map<String, String> texts) {
        var fields = Value.EMPTY;
        for (var entry : new TreeMap<>(texts).entrySet()) {
            fields = fields.with(entry.getKey(), Value.of(entry.getValue()));
        }
        return fields;
    }

    private static Map<String, String> texts(Value value) {
        var texts = new LinkedHashMap<String, String>();
        if (value instanceof Value.Fields(var fields)) {
            fields.forEach((name, text) -> texts.put(name, text.asText()));
        }
        return texts;
    }

    private static Optional<String> text(Value value) {
        return value instanceof Value.Text(var text) ? Optional.of(text) : Optional.empty();
    }
}
