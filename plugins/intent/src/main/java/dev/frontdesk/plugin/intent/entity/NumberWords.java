package dev.frontdesk.plugin.intent.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whole numbers in English and Russian words, up to millions. */
final class NumberWords {
    private static final Map<String, Integer> VALUES = new HashMap<>();
    private static final Set<String> HUNDRED = Set.of("hundred", "hundreds");
    private static final Set<String> THOUSAND =
            Set.of("thousand", "thousands", "тысяча", "тысячи", "тысяч", "тысячу", "тыс");
    private static final Set<String> MILLION =
            Set.of("million", "millions", "mln", "миллион", "миллиона", "миллионов", "млн");

    static {
        put(
                0,
                "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                        + " seventeen eighteen nineteen");
        put(
                0,
                "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать"
                        + " четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать");
        put(1, "одна две");
        put(1, "одну двух трех четырех пяти шести семи восьми девяти десяти");
        put(1, "одного двум трем четырем");
        tens("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10);
        tens("двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто", 20, 10);
        tens("сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот", 100, 100);
        VALUES.put("dozen", 12);
    }

    private NumberWords() {}

    private static void put(int from, String words) {
        tens(words, from, 1);
    }

    private static void tens(String words, int from, int step) {
        int value = from;
        for (var word : words.split(" ", -1)) {
            VALUES.put(word, value);
            value += step;
        }
    }

    /** A number and the token after it. */
    record Count(long value, int next) {}

    /** The longest number that begins at this token. */
    static Optional<Count> at(List<Token> tokens, int start) {
        long total = 0;
        long part = -1;
        int i = start;
        int end = start;
        while (i < tokens.size()) {
            var word = tokens.get(i).word();
            var value = VALUES.get(word);
            if (value != null && fits(part, value)) {
                part = Math.max(part, 0) + value;
            } else if (HUNDRED.contains(word) && part > 0 && part < 10) {
                part *= 100;
            } else if (THOUSAND.contains(word) && part != 0 && total == 0) {
                total = Math.max(part, 1) * 1_000;
                part = -1;
            } else if (MILLION.contains(word) && part > 0 && total == 0) {
                total = part * 1_000_000;
                part = -1;
            } else if (!isBetween(tokens, i, end)) {
                break;
            } else {
                i++;
                continue;
            }
            end = ++i;
        }
        return end == start ? Optional.empty() : Optional.of(new Count(total + Math.max(part, 0), end));
    }

    /** "twenty" takes a digit, "two hundred" what is below a hundred; "two three" are two numbers. */
    private static boolean fits(long part, int value) {
        if (part < 0) {
            return true;
        }
        return part >= 100
                ? part % 100 == 0 && value < 100 && value > 0
                : part >= 20 && part % 10 == 0 && value < 10 && value > 0;
    }

    /** The sign of "twenty-five", the word of "two hundred and five". */
    private static boolean isBetween(List<Token> tokens, int i, int end) {
        var word = tokens.get(i).word();
        boolean goesOn = i == end
                && i > 0
                && i + 1 < tokens.size()
                && VALUES.containsKey(tokens.get(i + 1).word());
        return goesOn
                && (word.equals("-")
                        || word.equals("and")
                                && HUNDRED.contains(tokens.get(i - 1).word()));
    }

    static Optional<Long> multiplier(String word) {
        if (THOUSAND.contains(word)) {
            return Optional.of(1_000L);
        }
        return MILLION.contains(word) ? Optional.of(1_000_000L) : Optional.empty();
    }
}
