package dev.frontdesk.plugin.lookup.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The time zone of a number: by the beginning of the number where a country has several, else the one in which most of the
 * country lives. None where nothing can be said, as for American numbers of no region.
 */
final class Zones {
    /** Key: country, or country and the beginning of the national number. */
    private static final Map<String, String> ZONES = read();

    private static final int LONGEST_BEGINNING = 4;

    private Zones() {}

    static Optional<String> of(String country, String national) {
        for (int length = Math.min(LONGEST_BEGINNING, national.length()); length >= 0; length--) {
            var zone = ZONES.get(country + national.substring(0, length));
            if (zone != null) {
                return Optional.of(zone);
            }
        }
        return Optional.empty();
    }

    /** Lines of a zone and what lies in it: {@code Europe/Berlin DE} or {@code Asia/Yekaterinburg RU:343,351}. */
    private static Map<String, String> read() {
        var zones = new HashMap<String, String>();
        text().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            var words = line.split(" ");
            for (int i = 1; i < words.length; i++) {
                int colon = words[i].indexOf(':');
                if (colon < 0) {
                    zones.put(words[i], words[0]);
                } else {
                    for (var beginning : words[i].substring(colon + 1).split(",")) {
                        zones.put(words[i].substring(0, colon) + beginning, words[0]);
                    }
                }
            }
        });
        return Map.copyOf(zones);
    }

    private static String text() {
        try (var in = Zones.class.getResourceAsStream("zones.txt")) {
            return new String(Objects.requireNonNull(in, "zones.txt").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
