package dev.frontdesk.plugin.http;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.Setting;
import dev.frontdesk.api.Template;
import java.util.Map;
import java.util.Optional;

/** The keys of an enricher of the type {@code http}. */
public record HttpEnricherSettings(
        @Setting(doc = "What to get; values put into it are percent-encoded, and without them nothing is asked.")
        Template url,

        @Setting(doc = "The value of the Authorization header.")
        Optional<Secret> authorization,

        @Setting(doc = "Headers by name.") Map<String, Template> headers,

        @Setting(doc = "What is found: name → JSON pointer into the answer (/items/0/name).")
        Map<String, String> values,

        @Setting(doc = "A JSON pointer; where it leads to nothing, or to nothing in it, there is nobody.")
        Optional<String> notFoundWhen) {

    public HttpEnricherSettings {
        headers = Map.copyOf(headers);
        values = Map.copyOf(values);
        headers.keySet().forEach(Names::checkHeader);
        values.values().forEach(Names::checkPointer);
        notFoundWhen.ifPresent(Names::checkPointer);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("values must say what to find, as values { city = \"/address/city\" }");
        }
    }
}
