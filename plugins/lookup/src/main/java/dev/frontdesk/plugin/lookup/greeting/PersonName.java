package dev.frontdesk.plugin.lookup.greeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The name of a person.
 *
 * @param first to greet by
 * @param full in the order of speech: first name first, without titles, pictures and what else people put beside it
 */
record PersonName(String first, String full) {

    /** Empty where none can be told: a company, a nickname with numbers, a single letter. Greeting nobody beats greeting wrongly. */
    static Optional<PersonName> in(String profile) {
        var written = WrittenName.of(profile);
        var words = new ArrayList<>(written.words());
        if (words.isEmpty()
                || words.size() > WrittenName.MOST_WORDS
                || words.stream().anyMatch(Names::isNobody)) {
            return Optional.empty();
        }
        words.removeIf(Names::isTitle);
        if (written.lastNameFirst() && words.size() > 1) {
            words.addLast(words.removeFirst());
        }
        int first = first(words);
        return first < 0 ? Optional.empty() : Optional.of(named(words, first));
    }

    private static PersonName named(List<String> words, int first) {
        var cased = new ArrayList<>(words.stream().map(Casing::ofName).toList());
        var greeting = cased.get(first);
        if (first == 1 && !Names.isFirst(words.getFirst())) { // Иванов Иван Петрович
            cased.addLast(cased.removeFirst());
        }
        return new PersonName(greeting, String.join(" ", cased));
    }

    /** Which of the words is the first name; -1 when none is. */
    private static int first(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            int before = Names.isSonOf(words.get(i)) ? i - 2 : i - 1; // Эльшан Вагиф оглы
            if (before >= 0
                    && Names.isPatronymic(words.get(i))
                    && isWhole(words.get(before))
                    && (i > 1 || isFirstBefore(words, i))) {
                return before;
            }
        }
        for (int i = 0; i < Math.min(2, words.size()); i++) {
            if (Names.isFirst(words.get(i))) {
                return i;
            }
        }
        if (words.isEmpty() || !isWhole(words.getFirst())) {
            return -1;
        }
        boolean turned = words.size() == 2 && isWhole(words.get(1)) && Names.isSurname(words.getFirst());
        return turned && !Names.isSurname(words.get(1)) ? 1 : 0;
    }

    /** "Лев Рабинович" and "Иван Петрович" look alike, and both are greeted by the first; "Абрамович Рита" is not one of them. */
    private static boolean isFirstBefore(List<String> words, int patronymic) {
        return !Names.isSurname(words.get(patronymic - 1)) || words.size() == 2 && Names.isFirst(words.getFirst());
    }

    private static boolean isWhole(String word) {
        return word.codePointCount(0, word.length()) > 1 || Character.isIdeographic(word.codePointAt(0));
    }
}
