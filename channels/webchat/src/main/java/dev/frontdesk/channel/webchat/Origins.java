package dev.frontdesk.channel.webchat;

import dev.frontdesk.api.channel.HttpCall;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/** Which sites may show the chat and talk to it. */
final class Origins {

    static final String ANY = "*";

    private final List<String> allowed;

    Origins(List<String> allowed) {
        this.allowed =
                allowed.stream().map(origin -> origin.toLowerCase(Locale.ROOT)).toList();
    }

    /**
     * A browser says where a call comes from; it must be Frontdesk itself, whose page the frame is, or an allowed site. Other
     * programs say nothing, and nothing is lost by letting them: who has no bearer gets nowhere, and no browser hides its origin.
     */
    boolean allow(HttpCall call) {
        return call.header("Origin")
                .map(origin ->
                        isOurs(origin, call) || allowed.contains(origin) || allowed.contains(ANY) && isSite(origin))
                .orElse(true);
    }

    private static boolean isOurs(String origin, HttpCall call) {
        return isSite(origin)
                && call.header("Host")
                        .map(URI.create(origin).getRawAuthority()::equalsIgnoreCase)
                        .orElse(false);
    }

    /** The value of {@code frame-ancestors}. */
    String frameAncestors() {
        return allowed.contains(ANY) ? ANY : ("'self' " + String.join(" ", allowed)).strip();
    }

    List<String> allowed() {
        return allowed;
    }

    /** A site, or {@link #ANY}. */
    static boolean isAllowable(String text) {
        return text.equals(ANY) || isSite(text);
    }

    /** Scheme, host and perhaps a port, and nothing that could end up as something else in a header. */
    private static boolean isSite(String text) {
        try {
            var uri = new URI(text);
            var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return List.of("http", "https").contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && text.equals(uri.getScheme() + "://" + uri.getHost() + port);
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
