package dev.frontdesk.app.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names that are held at the addresses that were checked for them, whoever asks. The client of the JDK resolves a name again when
 * it connects; without this a name could point elsewhere by then. Safe for use by many threads.
 */
final class Pins {
    private static final Map<String, Pin> PINS = new ConcurrentHashMap<>();

    private record Pin(List<InetAddress> addresses, long until) {}

    private Pins() {}

    static void pin(String host, List<InetAddress> addresses, long nanos) {
        long now = System.nanoTime();
        PINS.put(key(host), new Pin(List.copyOf(addresses), now + nanos));
        if (PINS.size() > 1000) {
            PINS.values().removeIf(pin -> pin.until() - now < 0);
        }
    }

    static Optional<List<InetAddress>> of(String host) {
        return Optional.ofNullable(PINS.get(key(host)))
                .filter(pin -> pin.until() - System.nanoTime() > 0)
                .map(Pin::addresses);
    }

    private static String key(String host) {
        return host.toLowerCase(Locale.ROOT);
    }
}
