package dev.frontdesk.app.config.file;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.Setting;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The block {@code http}. */
public record Http(
        @Setting(value = "8080", doc = "The port of the inbox, the webhooks and the chat widget; 0 takes a free one.")
        int port,

        @Setting(
                doc =
                        "The address to listen on. Without it 127.0.0.1, or every address once public-url is an https address.")
        Optional<String> bind,

        @Setting(doc = "The address under which people and providers reach this server, https in earnest.")
        Optional<URI> publicUrl,

        @Setting(doc = "Addresses of reverse proxies whose X-Forwarded-For is believed.")
        List<String> trustedProxies,

        @Setting(doc = "Lets whoever carries it read /metrics and the details of /health from other machines.")
        Optional<Secret> metricsToken) {

    public Http {
        Check.between("port", port, 0, 65_535);
        publicUrl.ifPresent(Http::usable);
        if (bind.filter(host -> !host.matches("localhost|::1|127(\\.[0-9]{1,3}){3}"))
                        .isPresent()
                && !encrypted(publicUrl)) {
            throw new IllegalArgumentException(
                    "'bind' lets other machines in, but nothing encrypts what they say: put a proxy with TLS"
                            + " in front and set 'public-url' to its https address");
        }
    }

    private static boolean encrypted(Optional<URI> publicUrl) {
        return publicUrl.filter(url -> "https".equals(url.getScheme())).isPresent();
    }

    private static void usable(URI url) {
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getQuery() != null || url.getFragment() != null) {
            throw new IllegalArgumentException("'public-url' must be like https://desk.example.org, not " + url);
        }
    }

    /** Nobody else can reach a server that is not configured yet. */
    public String address() {
        return bind.orElseGet(() -> encrypted(publicUrl) ? "0.0.0.0" : "127.0.0.1");
    }

    public Http onPort(int other) {
        return new Http(other, bind, publicUrl, trustedProxies, metricsToken);
    }
}
