package dev.frontdesk.app.http;

import dev.frontdesk.api.service.HttpGateway.NotSent;
import dev.frontdesk.api.service.HttpGateway.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/** Decides whether an address may be called, and holds its name to what was checked. */
final class Guard {
    private static final Duration LEAST_PIN = Duration.ofSeconds(30);

    private final Allowed allowed;
    private final Resolver resolver;

    /** Where names come from; tests bring their own. */
    interface Resolver {
        List<InetAddress> resolve(String host) throws UnknownHostException;
    }

    Guard(Allowed allowed, Resolver resolver) {
        this.allowed = allowed;
        this.resolver = resolver;
    }

    /** Returns when the address may be called within so long. */
    void check(URI uri, Duration most) throws IOException {
        var scheme = uri.getScheme();
        var host = uri.getHost();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw new Refused(uri + ": only http and https are called");
        } else if (host == null || host.isEmpty()) {
            throw new Refused(uri.getScheme() + "://…: the address names no host");
        } else if (uri.getRawUserInfo() != null) {
            throw new Refused(host + ": an address with user name or password is not called; use a header");
        } else if (Addresses.isOddNumber(host)) {
            throw new Refused(host + ": write the address in the usual form, like 192.0.2.1");
        }
        var name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        if (Addresses.isLiteral(name)) {
            refuse(host, List.of(InetAddress.getByName(name)));
        } else {
            pin(name, most);
        }
    }

    private void pin(String host, Duration most) throws IOException {
        var addresses = resolved(host);
        refuse(host, addresses);
        var pinned = most.plusSeconds(1).compareTo(LEAST_PIN) > 0 ? most.plusSeconds(1) : LEAST_PIN;
        Pins.pin(host, addresses, pinned.toNanos());
        // The JDK may still remember an older answer for a while; it must be a good one too.
        refuse(host, List.of(InetAddress.getAllByName(host)));
    }

    private List<InetAddress> resolved(String host) throws NotSent {
        try {
            var addresses = Pins.of(host).orElse(List.of());
            return addresses.isEmpty() ? resolver.resolve(host) : addresses;
        } catch (UnknownHostException e) {
            throw new NotSent(host + " cannot be found", e);
        }
    }

    private void refuse(String host, List<InetAddress> addresses) throws Refused {
        for (var address : addresses) {
            var reason = Addresses.notPublic(address);
            if (reason.isPresent() && !allowed.contains(host, address)) {
                var shown = address.getHostAddress().equals(host) ? host : host + " (" + address.getHostAddress() + ")";
                throw new Refused(shown + " is not public: " + reason.get()
                        + ". If it may be called, add it to http-client.allow in frontdesk.conf");
            }
        }
    }
}
