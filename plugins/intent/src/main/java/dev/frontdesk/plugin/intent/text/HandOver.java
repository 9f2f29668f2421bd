package dev.frontdesk.plugin.intent.text;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a contact asks for a person: a word for people with one for talking or bringing them, or with nothing else that says
 * anything. It needs no examples, in English and Russian, and knows no more than that: "your agent was rude" asks for nobody.
 */
public final class HandOver {
    private static final Set<String> PEOPLE = stems("people");
    private static final Set<String> TALK = stems("talk");
    private static final Set<String> FILLER = stems("filler");
    private static final Set<String> REFUSED = stems("refused");

    private HandOver() {}

    public static boolean isAskedFor(String text) {
        var stems = Reader.words(text).stream().map(Stems::of).toList();
        int people = place(stems, PEOPLE);
        if (people < 0) {
            return false;
        }
        int talk = place(stems, TALK);
        return talk >= 0
                ? !isRefused(stems, Math.min(talk, people))
                : stems.stream().allMatch(stem -> PEOPLE.contains(stem) || FILLER.contains(stem));
    }

    private static int place(List<String> stems, Set<String> wanted) {
        for (int i = 0; i < stems.size(); i++) {
            if (wanted.contains(stems.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** "I do not want to talk to an operator": a refusal among the few words before it. */
    private static boolean isRefused(List<String> stems, int before) {
        return stems.subList(Math.max(0, before - 3), before).stream().anyMatch(REFUSED::contains);
    }

    private static Set<String> stems(String key) {
        var stems = new HashSet<String>();
        Shipped.LINES.getOrDefault(key, List.of()).forEach(word -> stems.add(Stems.of(word)));
        return Set.copyOf(stems);
    }

    private static final class Shipped {
        static final Map<String, List<String>> LINES = Lines.map("handover.txt");
    }
}
