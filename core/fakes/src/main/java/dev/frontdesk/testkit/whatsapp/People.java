package dev.frontdesk.testkit.whatsapp;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who has written, when, and under which number WhatsApp knows them. Safe for use by many threads. */
final class People {

    private final Map<String, Instant> lastWrote = new ConcurrentHashMap<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final Map<String, String> known = new ConcurrentHashMap<>();
    private final Set<String> unreachable = ConcurrentHashMap.newKeySet();

    void wrote(String person, String name, Instant at) {
        lastWrote.put(person, at);
        names.put(person, name);
    }

    Optional<Instant> lastWrote(String person) {
        return Optional.ofNullable(lastWrote.get(person));
    }

    String name(String person) {
        return names.getOrDefault(person, person);
    }

    void knownAs(String number, String waId) {
        known.put(number, waId);
    }

    String waId(String number) {
        return known.getOrDefault(number, number);
    }

    void unreachable(String person, boolean on) {
        if (on) {
            unreachable.add(person);
        } else {
            unreachable.remove(person);
        }
    }

    boolean isUnreachable(String person) {
        return unreachable.contains(person);
    }
}
