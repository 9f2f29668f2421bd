package dev.frontdesk.plugin.intent.entity;

import dev.frontdesk.api.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds what a message names. Of two kinds alike the first takes the first thing of that kind and the second the next. A place of
 * the text counts once: the digits of a telephone number are no
 * number, and what a configured expression matches is nothing else. Immutable.
 */
public final class Entities {
    /** The longest text that is looked at. */
    private static final int LONGEST = 2_000;
    /** How many of a kind are taken out of a text before others look at it. */
    private static final int MOST = 5;

    private final List<String> names;
    /** Those that look at the same time, what is certain first. */
    private final List<List<Named>> inOrder;

    private record Named(String name, Entity entity, Finder finder) {}

    private Entities(Map<String, Entity> byName) {
        this.names = List.copyOf(byName.keySet());
        this.inOrder = List.copyOf(byName.entrySet().stream()
                .map(entry -> new Named(entry.getKey(), entry.getValue(), Finder.of(entry.getValue())))
                .collect(Collectors.groupingBy(named -> turn(named.entity()), TreeMap::new, Collectors.toList()))
                .values());
    }

    /** @param byName in the order in which values are given back */
    public static Entities of(Map<String, Entity> byName) {
        return new Entities(byName);
    }

    private static int turn(Entity entity) {
        return switch (entity) {
            case Entity.Matching _ -> 0;
            case Entity.Email _ -> 1;
            case Entity.Phone _ -> 2;
            case Entity.OneOf _ -> 3;
            case Entity.Date _ -> 4;
            case Entity.Number _ -> 5;
        };
    }

    /**
     * The values by the names of their kinds, in the order these were given; without those that the text does not name.
     *
     * @param locale says in which order a date is written and what parts a number
     * @param now from when "tomorrow" counts
     */
    public Map<String, Value> find(String text, Locale locale, Instant now, ZoneId zone) {
        var rest = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var found = new LinkedHashMap<String, Value>();
        for (var alike : inOrder) {
            for (var named : alike) {
                var one = named.finder().first(rest, locale, now.atZone(zone));
                if (one.isPresent()) {
                    found.put(named.name(), one.get().what());
                    rest = without(rest, one.get());
                }
            }
            for (var named : alike) {
                rest = withoutAll(rest, named, locale, now.atZone(zone));
            }
        }
        var sorted = new LinkedHashMap<String, Value>();
        names.stream().filter(found::containsKey).forEach(name -> sorted.put(name, found.get(name)));
        return Collections.unmodifiableMap(sorted);
    }

    /** What nobody asked for any more is still no number. */
    private static String withoutAll(String text, Named named, Locale locale, ZonedDateTime now) {
        var rest = text;
        for (int i = 0; i < MOST; i++) {
            var one = named.finder().first(rest, locale, now);
            if (one.isEmpty()) {
                break;
            }
            rest = without(rest, one.get());
        }
        return rest;
    }

    /** A line break parts words, and no number, date or name goes across it. */
    private static String without(String text, Found<?> found) {
        return text.substring(0, found.from()) + "\n".repeat(found.to() - found.from()) + text.substring(found.to());
    }
}
