package dev.frontdesk.plugin.http;

import dev.frontdesk.api.Setting;
import dev.frontdesk.api.Template;
import dev.frontdesk.api.Value;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The keys of an {@code http} step. */
public record HttpSettings(
        @Setting(shorthand = true, doc = "Where to; values put into it are percent-encoded.")
        Template url,

        @Setting(value = "get", doc = "get, post, put, patch or delete.")
        Method method,

        @Setting(doc = "Headers by name.") Map<String, Template> headers,

        @Setting(doc = "The body; values put into it are escaped as its Content-Type needs (JSON without one).")
        Optional<Template> body,

        @Setting(doc = "The name of a secret under actions.http-request.authorizations, sent as Authorization.")
        Optional<String> authorization,

        @Setting(value = "10s", doc = "For one attempt, at most 60s.")
        Duration timeout,

        @Setting(value = "3", doc = "How often to try what may be tried again, at most 10.")
        int attempts,

        @Setting(value = "false", doc = "Send an Idempotency-Key; post and patch are then tried again too.")
        boolean idempotencyKey,

        @Setting(doc = "Variable or contact.<field> → JSON pointer into the answer (/items/0/name).")
        Map<String, String> save,

        @Setting(doc = "What to save where a pointer finds nothing; without it that is the branch mapping-error.")
        Map<String, Value> defaults) {

    public HttpSettings {
        headers = Map.copyOf(headers);
        save = Map.copyOf(save);
        defaults = Map.copyOf(defaults);
        check(
                timeout.isPositive() && timeout.compareTo(Duration.ofSeconds(60)) <= 0,
                "the timeout is not between 1ms and 60s");
        check(attempts >= 1 && attempts <= 10, "attempts is not between 1 and 10");
        check(
                method.takesBody() || body.isEmpty(),
                method.name().toLowerCase(java.util.Locale.ROOT) + " takes no body");
        for (var entry : save.entrySet()) {
            check(isTarget(entry.getKey()), "'" + entry.getKey() + "' is neither a variable nor contact.<field>");
            Names.checkPointer(entry.getValue());
        }
        for (var name : defaults.keySet()) {
            check(save.containsKey(name), "there is a default for '" + name + "', which is not saved");
        }
        headers.keySet().forEach(Names::checkHeader);
    }

    /** Whether a failed attempt may be repeated although the server may have acted on it. */
    boolean repeatable() {
        return method.idempotent() || idempotencyKey;
    }

    String contentType() {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                .map(header -> header.getValue().source())
                .findFirst()
                .orElse("application/json");
    }

    private static boolean isTarget(String name) {
        var plain = name.startsWith("contact.") ? name.substring("contact.".length()) : name;
        return !plain.isEmpty()
                && plain.chars().allMatch(c -> c == '_' || c < 0x80 && Character.isLetterOrDigit(c))
                && Character.isLetter(plain.charAt(0));
    }

    private static void check(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
