package dev.frontdesk.app.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the operator lets be called although it is not public. */
public final class Allowed {
    private final List<Range> ranges;
    private final Set<String> hosts;

    private Allowed(List<Range> ranges, Set<String> hosts) {
        this.ranges = List.copyOf(ranges);
        this.hosts = Set.copyOf(hosts);
    }

    /** @throws IllegalArgumentException when an entry is neither address, range nor host name */
    public static Allowed of(List<String> entries) {
        var ranges = new ArrayList<Range>();
        var hosts = new HashSet<String>();
        for (var entry : entries) {
            if (entry.indexOf('/') >= 0 || Addresses.isLiteral(entry)) {
                ranges.add(Range.of(entry));
            } else if (entry.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?") && !Addresses.isOddNumber(entry)) {
                hosts.add(entry.toLowerCase(Locale.ROOT));
            } else {
                throw new IllegalArgumentException("'" + entry + "' is no address, range or host name");
            }
        }
        return new Allowed(ranges, hosts);
    }

    boolean contains(String host, InetAddress address) {
        return hosts.contains(host.toLowerCase(Locale.ROOT))
                || ranges.stream().anyMatch(range -> range.contains(address.getAddress()));
    }
}
