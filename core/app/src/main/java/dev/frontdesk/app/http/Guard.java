package dev.frontdesk.app.http;

import dev.frontdesk.api.service.HttpGateway.NotSent;
import dev.frontdesk.api.service.HttpGateway.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/** Decides whether an address may be called, and says where it leads: only what was checked is connected to. */
final class Guard {
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

    /** All that the name stands for; each of them may be called. */
    List<InetAddress> check(URI uri) throws IOException {
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
        var name = Place.of(uri).name();
        var addresses = Addresses.isLiteral(name) ? List.of(InetAddress.getByName(name)) : resolved(name);
        refuse(host, addresses);
        return addresses;
    }

    private List<InetAddress> resolved(String host) throws NotSent {
        try {
            return resolver.resolve(host);
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
