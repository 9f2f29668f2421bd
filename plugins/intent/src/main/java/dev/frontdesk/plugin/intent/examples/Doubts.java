package dev.frontdesk.plugin.intent.examples;

import dev.frontdesk.plugin.intent.text.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Examples a person should look at again: the same words under two intents, or twice under one. */
public final class Doubts {
    private static final String NONE = "out of scope";

    private Doubts() {}

    /** A sentence for each, conflicts first. */
    public static List<String> in(List<Example> examples) {
        Map<String, List<Example>> alike = new LinkedHashMap<>();
        for (var example : examples) {
            alike.computeIfAbsent(Reader.gist(example.text()), _ -> new ArrayList<>())
                    .add(example);
        }
        var conflicts = new ArrayList<String>();
        var twice = new ArrayList<String>();
        for (var group : alike.values()) {
            var first = group.getFirst();
            for (var other : group.subList(1, group.size())) {
                if (other.intent().equals(first.intent())) {
                    twice.add("'" + other.text() + "' says no more than '" + first.text() + "': both are " + name(first)
                            + ".");
                } else {
                    conflicts.add("'" + first.text() + "' is " + name(first) + ", but '" + other.text() + "' is "
                            + name(other) + ": the same words cannot tell them apart. Remove one.");
                }
            }
        }
        conflicts.addAll(twice);
        return List.copyOf(conflicts);
    }

    private static String name(Example example) {
        return example.intent().orElse(NONE);
    }
}
