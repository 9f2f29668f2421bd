package dev.frontdesk.app.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The resolver of this process: the JDK's own, except that pinned names keep their addresses. The JDK finds it by itself. */
public final class PinnedResolver extends InetAddressResolverProvider {
    private static volatile @Nullable InetAddressResolver builtin;

    @Override
    public InetAddressResolver get(Configuration configuration) {
        var own = configuration.builtinResolver();
        builtin = own;
        return new Pinned(own);
    }

    @Override
    public String name() {
        return "frontdesk";
    }

    /** Asks the system and no cache of the JDK. */
    static List<InetAddress> resolve(String host) throws UnknownHostException {
        if (builtin == null) {
            InetAddress.getAllByName("localhost"); // makes the JDK look for its resolver
        }
        var own = builtin;
        if (own == null) {
            throw new IllegalStateException(
                    "the resolver is not installed; META-INF/services of frontdesk-app is missing");
        }
        return own.lookupByName(
                        host,
                        InetAddressResolver.LookupPolicy.of(
                                InetAddressResolver.LookupPolicy.IPV4 | InetAddressResolver.LookupPolicy.IPV6))
                .toList();
    }

    private record Pinned(InetAddressResolver own) implements InetAddressResolver {
        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            Optional<List<InetAddress>> before = Pins.of(host);
            if (before.isPresent()) {
                return before.get().stream();
            }
            var found = own.lookupByName(host, policy).toList();
            // Pinned while we asked: the pin holds, or this answer would get into the JDK's cache beside it.
            return Pins.of(host).orElse(found).stream();
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            return own.lookupByAddress(address);
        }
    }
}
