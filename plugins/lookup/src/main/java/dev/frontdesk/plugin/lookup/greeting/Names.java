package dev.frontdesk.plugin.lookup.greeting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of names in English and Russian. */
final class Names {
    private static final Set<String> FIRST = words("first.txt");
    private static final Set<String> TITLES = words("titles.txt");
    private static final Set<String> NOBODY = words("nobody.txt");

    private static final Set<String> SON_OF = Set.of("оглы", "кызы");
    private static final List<String> PATRONYMICS = List.of("ович", "евич", "ьич", "овна", "евна", "инична", "ична");
    private static final List<String> SURNAMES = List.of(
            "ов", "ова", "ев", "ева", "ёв", "ёва", "ин", "ина", "ын", "ына", "ский", "ская", "цкий", "цкая", "ской",
            "енко", "чук", "щук", "юк", "ук", "ян", "швили", "дзе", "ых", "их", "ович", "евич", "вич");
    private static final int SHORTEST_SURNAME = 5;

    private Names() {}

    static boolean isFirst(String word) {
        return FIRST.contains(plain(word)) || FIRST.contains(beforeHyphen(plain(word)));
    }

    static boolean isTitle(String word) {
        return TITLES.contains(plain(word));
    }

    /** A company, a place, a role, or something with numbers. */
    static boolean isNobody(String word) {
        return NOBODY.contains(plain(word)) || word.chars().anyMatch(Character::isDigit);
    }

    static boolean isPatronymic(String word) {
        var plain = plain(word);
        return isSonOf(word) || PATRONYMICS.stream().anyMatch(plain::endsWith);
    }

    /** A patronymic of two words ends with it. */
    static boolean isSonOf(String word) {
        return SON_OF.contains(plain(word));
    }

    static boolean isSurname(String word) {
        var plain = plain(word);
        return plain.length() >= SHORTEST_SURNAME
                && !FIRST.contains(plain)
                && SURNAMES.stream().anyMatch(plain::endsWith);
    }

    private static String beforeHyphen(String word) {
        int hyphen = word.indexOf('-');
        return hyphen < 0 ? word : word.substring(0, hyphen);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    private static Set<String> words(String file) {
        try (var in = Names.class.getResourceAsStream(file)) {
            var text = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
