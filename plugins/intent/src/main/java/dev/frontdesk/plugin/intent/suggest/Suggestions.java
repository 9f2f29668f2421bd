package dev.frontdesk.plugin.intent.suggest;

import dev.frontdesk.plugin.intent.model.Alike;
import dev.frontdesk.plugin.intent.text.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Groups messages that say much the same: the one with most that are like it and those, then the same with the rest. The same
 * messages in the same order give the same groups everywhere.
 */
public final class Suggestions {
    /** So many are grouped: the first. Whoever asks gives the latest first. */
    public static final int MOST = 3_000;

    /** From here on two messages are alike. */
    private static final double LIKE = 0.4;

    private static final int MOST_EXAMPLES = 5;

    private final List<Heard> heard;
    private final Alike alike;
    private final boolean[] taken;

    private Suggestions(List<Heard> heard) {
        this.heard = heard;
        this.alike = Alike.of(heard.stream().map(Heard::text).toList(), LIKE);
        this.taken = new boolean[heard.size()];
    }

    /** The largest group first; a message that is like no other is a group of its own. */
    public static List<Group> of(List<Heard> heard) {
        return new Suggestions(heard.subList(0, Math.min(MOST, heard.size()))).groups();
    }

    private List<Group> groups() {
        var groups = new ArrayList<Group>();
        for (int centre = next(); centre >= 0; centre = next()) {
            groups.add(group(centre));
        }
        // Stable: of equal size the one that was found first.
        groups.sort(Comparator.comparingInt(group -> -group.size()));
        return List.copyOf(groups);
    }

    /** The one with most free messages like it, -1 when none is left. */
    private int next() {
        int best = -1;
        long most = -1;
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                long free = IntStream.of(alike.to(i)).filter(j -> !taken[j]).count();
                if (free > most) {
                    best = i;
                    most = free;
                }
            }
        }
        return best;
    }

    private Group group(int centre) {
        var members = new ArrayList<Integer>();
        members.add(centre);
        IntStream.of(alike.to(centre)).filter(i -> !taken[i]).forEach(members::add);
        members.forEach(i -> taken[i] = true);
        var routed = most(members, Heard::routed);
        return new Group(
                members.size(),
                examples(members),
                routed.map(Map.Entry::getKey)
                        .or(() -> most(members, Heard::found).map(Map.Entry::getKey)),
                routed.map(one -> one.getValue().intValue()).orElse(0));
    }

    private List<String> examples(List<Integer> members) {
        return List.copyOf(members.stream()
                .map(i -> heard.get(i).text())
                .collect(Collectors.toMap(Reader::gist, Function.identity(), (first, _) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .limit(MOST_EXAMPLES)
                .toList());
    }

    /** Of equally many the first in the alphabet. */
    private Optional<Map.Entry<String, Long>> most(List<Integer> members, Function<Heard, Optional<String>> intent) {
        return members.stream()
                .flatMap(i -> intent.apply(heard.get(i)).stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())));
    }
}
