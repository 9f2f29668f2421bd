package dev.frontdesk.app.http;

import java.net.URI;
import java.util.Locale;

/** Who is called: an address that {@link Guard} has let through has one. */
record Place(boolean secure, String host, int port) {

    static Place of(URI uri) {
        boolean secure = "https".equals(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        return new Place(secure, uri.getHost().toLowerCase(Locale.ROOT), port);
    }

    /** The host without the brackets of an address with colons. */
    String name() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
