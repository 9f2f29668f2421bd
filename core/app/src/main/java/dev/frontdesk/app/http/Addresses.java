package dev.frontdesk.app.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which addresses are public. What is not on the public internet, or wraps an address that is not, has a reason here. */
final class Addresses {
    private static final Map<Range, String> SPECIAL_4 = ranges(
            "0.0.0.0/8=this network",
            "10.0.0.0/8=private",
            "100.64.0.0/10=shared by a provider's customers",
            "127.0.0.0/8=this machine",
            "169.254.0.0/16=link-local",
            "172.16.0.0/12=private",
            "192.0.0.0/24=reserved",
            "192.0.2.0/24=documentation",
            "192.88.99.0/24=reserved",
            "192.168.0.0/16=private",
            "198.18.0.0/15=benchmarks",
            "198.51.100.0/24=documentation",
            "203.0.113.0/24=documentation",
            "224.0.0.0/4=multicast",
            "240.0.0.0/4=reserved");

    private static final Map<Range, String> SPECIAL_6 = ranges(
            "::/128=unspecified",
            "::1/128=this machine",
            "64:ff9b:1::/48=private translation",
            "100::/64=discard",
            "2001::/23=protocol assignments",
            "2001:db8::/32=documentation",
            "3fff::/20=documentation",
            "5f00::/16=segment routing",
            "fc00::/7=private",
            "fe80::/10=link-local",
            "fec0::/10=site-local",
            "ff00::/8=multicast");

    /** An address of the old kind within one of the new: where the range is and where in it the old one begins. */
    private record Wrapped(Range range, int at) {}

    private static final List<Wrapped> WRAPPED = List.of(
            new Wrapped(Range.of("::/96"), 12),
            new Wrapped(Range.of("64:ff9b::/96"), 12),
            new Wrapped(Range.of("2002::/16"), 2));

    private Addresses() {}

    private static Map<Range, String> ranges(String... written) {
        var ranges = new java.util.LinkedHashMap<Range, String>();
        for (var one : written) {
            int equals = one.indexOf('=');
            ranges.put(Range.of(one.substring(0, equals)), one.substring(equals + 1));
        }
        return ranges;
    }

    /** Why an address is not public; empty when it is. */
    static Optional<String> notPublic(InetAddress address) {
        var bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return special(bytes, SPECIAL_4);
        }
        return special(bytes, SPECIAL_6)
                .or(() -> WRAPPED.stream()
                        .filter(wrapped -> wrapped.range().contains(bytes))
                        .findFirst()
                        .flatMap(wrapped ->
                                special(Arrays.copyOfRange(bytes, wrapped.at(), wrapped.at() + 4), SPECIAL_4)));
    }

    private static Optional<String> special(byte[] address, Map<Range, String> ranges) {
        return ranges.entrySet().stream()
                .filter(entry -> entry.getKey().contains(address))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** An address in the one usual writing: four decimal numbers, or hexadecimal with colons. */
    static boolean isLiteral(String host) {
        return host.indexOf(':') >= 0 || host.matches("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    }

    /** Numbers that some resolvers read as an address and others do not: {@code 0x7f.1}, {@code 2130706433}, {@code 0177.0.0.1}. */
    static boolean isOddNumber(String host) {
        var last = host.substring(host.lastIndexOf('.') + 1);
        return !isLiteral(host) && last.matches("(?i)[0-9]+|0x[0-9a-f]*");
    }
}
