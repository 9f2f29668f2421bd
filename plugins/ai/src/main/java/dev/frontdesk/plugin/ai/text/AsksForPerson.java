package dev.frontdesk.plugin.ai.text;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a contact wants a person rather than a machine, in English and Russian. Decided here and not by the model: nobody must be
 * able to talk it out of that. When in doubt it says yes.
 */
public final class AsksForPerson {
    private static final int REACH = 6;
    private static final int BEFORE = 3;

    private static final Set<String> PEOPLE = stems(
            "human person people agent operator representative manager employee staff somebody someone consultant"
                    + " человек людьми людям оператор менеджер сотрудник специалист консультант живой живому живым живого кто-нибудь");
    private static final Set<String> WANTING =
            stems("talk speak chat connect transfer switch forward reach call get give put pass want need prefer"
                    + " поговорить говорить общаться соедините соедини переключите позовите позови переведите свяжите"
                    + " дайте дай хочу хотел нужен нужна можно");
    private static final Set<String> BESIDE = stems("real live actual a an the please now hello hi is there any"
            + " настоящий настоящего пожалуйста срочно здравствуйте привет есть ли тут");
    private static final Set<String> REFUSING =
            Set.of("not", "no", "never", "without", "don", "dont", "не", "нет", "без");

    private AsksForPerson() {}

    public static boolean in(String text) {
        var words = Terms.words(text);
        var stems = words.stream().map(Terms::stem).toList();
        for (int i = 0; i < stems.size(); i++) {
            if (PEOPLE.contains(stems.get(i))) {
                int wanting = wanting(stems, i);
                if (wanting >= 0 && !isRefused(words, Math.min(wanting, i))) {
                    return true;
                }
            }
        }
        return stems.stream().anyMatch(PEOPLE::contains)
                && stems.stream().allMatch(stem -> PEOPLE.contains(stem) || BESIDE.contains(stem));
    }

    /** The nearest word of wanting around this place, -1 without one. */
    private static int wanting(List<String> stems, int place) {
        int first = Math.max(0, place - REACH);
        int last = Math.min(stems.size() - 1, place + REACH);
        for (int i = first; i <= last; i++) {
            if (WANTING.contains(stems.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isRefused(List<String> words, int before) {
        return words.subList(Math.max(0, before - BEFORE), before).stream().anyMatch(REFUSING::contains);
    }

    private static Set<String> stems(String words) {
        return Arrays.stream(words.split(" "))
                .flatMap(word -> Terms.words(word).stream())
                .map(Terms::stem)
                .collect(Collectors.toUnmodifiableSet());
    }
}
