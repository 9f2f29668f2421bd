package dev.frontdesk.plugin.http;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.Setting;
import java.util.Map;

/** The keys of {@code actions.http-request}. */
public record HttpRequestSettings(
        @Setting(doc = "Values of the Authorization header by name; an http step names the one to send.")
        Map<String, Secret> authorizations) {

    public HttpRequestSettings {
        authorizations = Map.copyOf(authorizations);
    }
}
