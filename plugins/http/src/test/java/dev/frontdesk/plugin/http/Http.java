package dev.frontdesk.plugin.http;

import dev.frontdesk.api.Template;
import dev.frontdesk.api.Value;
import dev.frontdesk.testkit.workflow.Configured;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes the settings of an http step as a workflow would, with the defaults of the file. */
final class Http {
    private final String url;
    private Method method = Method.GET;
    private final Map<String, Template> headers = new HashMap<>();
    private Optional<Template> body = Optional.empty();
    private Optional<String> authorization = Optional.empty();
    private Duration timeout = Duration.ofSeconds(10);
    private int attempts = 3;
    private boolean idempotencyKey;
    private final Map<String, String> save = new HashMap<>();
    private final Map<String, Value> defaults = new HashMap<>();

    private Http(String url) {
        this.url = url;
    }

    static Http to(String url) {
        return new Http(url);
    }

    HttpSettings settings() {
        return new HttpSettings(
                Configured.template(url),
                method,
                headers,
                body,
                authorization,
                timeout,
                attempts,
                idempotencyKey,
                save,
                defaults);
    }

    Http method(Method wanted) {
        method = wanted;
        return this;
    }

    Http header(String name, String value) {
        headers.put(name, Configured.template(value));
        return this;
    }

    Http body(String text) {
        body = Optional.of(Configured.template(text));
        return this;
    }

    Http authorization(String name) {
        authorization = Optional.of(name);
        return this;
    }

    Http timeout(Duration most) {
        timeout = most;
        return this;
    }

    Http attempts(int most) {
        attempts = most;
        return this;
    }

    Http idempotencyKey() {
        idempotencyKey = true;
        return this;
    }

    Http save(String name, String pointer) {
        save.put(name, pointer);
        return this;
    }

    Http save(String name, String pointer, Value otherwise) {
        defaults.put(name, otherwise);
        return save(name, pointer);
    }
}
