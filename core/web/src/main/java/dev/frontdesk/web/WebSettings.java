package dev.frontdesk.web;

import dev.frontdesk.api.Secret;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How the process is reached.
 *
 * @param port 0 for any free one
 * @param bind the address to listen on
 * @param publicUrl how browsers and providers see this site; {@code https} when a proxy stands in front
 * @param trustedProxies addresses whose X-Forwarded-For is believed
 * @param metricsToken opens health and metrics to peers that are not on this machine
 * @param channels what the inbox shows of the configured channels
 */
public record WebSettings(
        int port,
        String bind,
        Optional<URI> publicUrl,
        Set<String> trustedProxies,
        Optional<Secret> metricsToken,
        List<ChannelInfo> channels) {

    /** A configured channel as the inbox names it. */
    public record ChannelInfo(String id, String type, String title) {}

    public WebSettings {
        trustedProxies = Set.copyOf(trustedProxies);
        channels = List.copyOf(channels);
        publicUrl.ifPresent(WebSettings::checkUrl);
        if (!loopback(bind) && !publicUrl.map(WebSettings::https).orElse(false)) {
            throw new IllegalArgumentException(
                    "http.bind = " + bind + " is reachable from other machines, but nothing encrypts"
                            + " what it says. Put a proxy with TLS in front and set http.public-url to its https address, or bind to"
                            + " 127.0.0.1.");
        }
    }

    public boolean https() {
        return publicUrl.map(WebSettings::https).orElse(false);
    }

    private static boolean https(URI url) {
        return "https".equals(url.getScheme().toLowerCase(Locale.ROOT));
    }

    private static void checkUrl(URI url) {
        boolean web = url.getScheme() != null
                && url.getScheme().toLowerCase(Locale.ROOT).matches("https?");
        if (!web || url.getHost() == null) {
            throw new IllegalArgumentException("http.public-url = " + url
                    + " is no address of a web site. Write it like https://chat.example.com");
        }
    }

    /** True for names and addresses that only this machine can reach. */
    public static boolean loopback(String host) {
        return host.equals("localhost")
                || host.equals("::1")
                || host.equals("0:0:0:0:0:0:0:1")
                || host.matches("127(\\.\\d{1,3}){3}");
    }
}
