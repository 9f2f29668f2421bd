package dev.frontdesk.plugin.example;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.Setting;
import java.net.URI;

/** The keys of a {@code hook} channel. */
public record HookSettings(
        @Setting(doc = "What both sides send along in X-Hook-Secret; printable ASCII without spaces.")
        Secret secret,

        @Setting(doc = "Where answers are posted to: http or https, without a query, for ?id=…&to=… is added.")
        URI url) {

    /** Refuses what could never be sent, so that it is reported at the start with file and line. */
    public HookSettings {
        if (!secret.reveal().chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new IllegalArgumentException("'secret' must be printable ASCII without spaces");
        }
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http || url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "'url' must be http or https, name a host, and end before any '?' or '#'");
        }
    }
}
