package dev.frontdesk.plugin.intent.examples;

import dev.frontdesk.plugin.intent.text.Reader;
import dev.frontdesk.plugin.intent.text.WordList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Examples a person should look at again: the same words, or nearly, under two intents, or twice under one. Nearly the same are
 * words in the same order but for courtesies, slips and blanks.
 */
public final class Doubts {
    private static final String NONE = "out of scope";

    private final List<String> conflicts = new ArrayList<>();
    private final List<String> nearConflicts = new ArrayList<>();
    private final List<String> twice = new ArrayList<>();
    private final List<String> nearlyTwice = new ArrayList<>();

    private Doubts() {}

    /** A sentence for each, conflicts first. */
    public static List<String> in(List<Example> examples) {
        var doubts = new Doubts();
        Map<String, List<Example>> same = new LinkedHashMap<>();
        for (var example : examples) {
            same.computeIfAbsent(Reader.gist(example.text()), _ -> new ArrayList<>())
                    .add(example);
        }
        same.values().forEach(doubts::same);
        var words = WordList.of(examples.stream().map(Example::text).toList());
        Map<String, List<Example>> near = new LinkedHashMap<>();
        for (var group : same.values()) {
            var core = Reader.core(group.getFirst().text(), words);
            if (!core.isEmpty()) {
                near.computeIfAbsent(core, _ -> new ArrayList<>()).add(group.getFirst());
            }
        }
        near.values().forEach(doubts::near);
        return doubts.all();
    }

    private List<String> all() {
        var all = new ArrayList<>(conflicts);
        all.addAll(nearConflicts);
        all.addAll(twice);
        all.addAll(nearlyTwice);
        return List.copyOf(all);
    }

    private void same(List<Example> group) {
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

    private void near(List<Example> group) {
        var first = group.getFirst();
        for (var other : group.subList(1, group.size())) {
            if (other.intent().equals(first.intent())) {
                nearlyTwice.add("'" + other.text() + "' says hardly more than '" + first.text() + "': both are "
                        + name(first) + ".");
            } else {
                nearConflicts.add("'" + first.text() + "' is " + name(first) + ", but '" + other.text() + "' is "
                        + name(other) + ": little tells them apart. Look whether both are meant so.");
            }
        }
    }

    private static String name(Example example) {
        return example.intent().orElse(NONE);
    }
}
