package dev.frontdesk.web.auth;

import dev.frontdesk.web.WebSettings;
import dev.frontdesk.web.http.Exchange;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Whether a request comes from a page of this site. */
final class Origins {
    private final Optional<String> site;

    Origins(Optional<URI> publicUrl) {
        this.site = publicUrl.map(Origins::origin);
    }

    boolean ours(Exchange exchange) {
        var given = exchange.headers("Origin");
        if (given.size() != 1) {
            return false;
        }
        return site.map(given.getFirst()::equals).orElseGet(() -> ofThisMachine(exchange, given.getFirst()));
    }

    /** Without a public address only pages of this machine count, under the name the request went to. */
    private static boolean ofThisMachine(Exchange exchange, String origin) {
        String host = exchange.header("Host").orElse("");
        int colon = host.endsWith("]") ? -1 : host.lastIndexOf(':');
        String name =
                (colon < 0 ? host : host.substring(0, colon)).replace("[", "").replace("]", "");
        return WebSettings.loopback(name) && origin.equals("http://" + host);
    }

    private static String origin(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        boolean usual = url.getPort() < 0 || url.getPort() == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + url.getPort());
    }
}
