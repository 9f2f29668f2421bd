package dev.frontdesk.plugin.intent.entity;

import dev.frontdesk.api.Value;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Numbers in digits, as English, Russian and others group them, and in words. */
final class Numbers {
    /** "this one", "no one": not a number. */
    private static final Set<String> NAMES_ONE = Set.of(
            "this", "that", "the", "which", "no", "any", "some", "every", "each", "another", "other", "new", "old",
            "right", "wrong", "last", "first", "next", "only", "good", "ни");
    /** Digits with these behind them, and no blank between, are thousands. */
    private static final Set<String> SHORT_THOUSAND = Set.of("k", "к");

    private Numbers() {}

    static Optional<Found<Value>> first(String text, Locale locale) {
        var tokens = Token.of(text);
        for (int i = 0; i < tokens.size(); i++) {
            var found = tokens.get(i).isNumber() ? digits(text, tokens, i, locale) : words(tokens, i);
            if (found.isPresent()) {
                return found;
            }
            if (tokens.get(i).isNumber()) {
                i = last(tokens, i);
            }
        }
        return Optional.empty();
    }

    /** The last token of what stands together with this one: no part of it is a number when the whole is none. */
    private static int last(List<Token> tokens, int i) {
        int last = i;
        while (last + 1 < tokens.size() && tokens.get(last).touches(tokens.get(last + 1))) {
            last++;
        }
        return last;
    }

    private static Optional<Found<Value>> words(List<Token> tokens, int i) {
        var word = tokens.get(i).word();
        boolean isOne = word.equals("one") || word.equals("один") || word.equals("одна");
        return NumberWords.at(tokens, i)
                .filter(count -> !isOne
                        || count.next() > i + 1
                        || i == 0
                        || !NAMES_ONE.contains(tokens.get(i - 1).word()))
                .map(count -> new Found<>(
                        tokens.get(i).from(), tokens.get(count.next() - 1).to(), Value.of(count.value())));
    }

    private static Optional<Found<Value>> digits(String text, List<Token> tokens, int i, Locale locale) {
        int from = tokens.get(i).from();
        if (from > 0 && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '_')) {
            return Optional.empty();
        }
        int last = i;
        while (goesOn(text, tokens, i, last)) {
            last += tokens.get(last + 1).isNumber() ? 1 : 2;
        }
        int to = tokens.get(last).to();
        var amount = amount(text.substring(from, to), locale);
        var next = last + 1 < tokens.size() ? Optional.of(tokens.get(last + 1)) : Optional.<Token>empty();
        long times = next.flatMap(token -> NumberWords.multiplier(token.word())).orElse(1L);
        if (next.isPresent()
                && next.get().from() == to
                && SHORT_THOUSAND.contains(next.get().word())) {
            times = 1_000;
        } else if (times == 1 && to < text.length() && Character.isLetter(text.charAt(to)) && isName(text, from, to)) {
            return Optional.empty();
        }
        int end = times == 1 ? to : next.orElseThrow().to();
        boolean below = from > 0 && text.charAt(from - 1) == '-' && (from == 1 || text.charAt(from - 2) == ' ');
        long factor = below ? -times : times;
        return amount.map(number ->
                new Found<>(below ? from - 1 : from, end, new Value.Num(number.multiply(BigDecimal.valueOf(factor)))));
    }

    /** "12th" and "3a" name a place, "5кг" and "20usd" count something. */
    private static boolean isName(String text, int from, int to) {
        int end = to;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return from == to || end - to < 2 || Set.of("st", "nd", "rd", "th").contains(text.substring(to, end));
    }

    /** Three digits after a blank, or any after a sign between them. */
    private static boolean goesOn(String text, List<Token> tokens, int first, int last) {
        if (last + 1 >= tokens.size()) {
            return false;
        }
        var here = tokens.get(last);
        var next = tokens.get(last + 1);
        if (next.isNumber()) {
            boolean blank = next.from() == here.to() + 1 && text.charAt(here.to()) != '\n';
            return blank
                    && next.word().length() == 3
                    && tokens.get(first).word().length() <= 3;
        }
        return last + 2 < tokens.size()
                && here.touches(next)
                && ".,'’".contains(next.word())
                && next.touches(tokens.get(last + 2))
                && tokens.get(last + 2).isNumber();
    }

    private static Optional<BigDecimal> amount(String written, Locale locale) {
        var plain = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c >= '0' && c <= '9' || c == '.' || c == ',') {
                plain.append(c);
            }
        }
        int points = (int) plain.chars().filter(c -> c == '.').count();
        int commas = (int) plain.chars().filter(c -> c == ',').count();
        char decimal = decimal(plain, points, commas, locale);
        if (!isGrouped(plain, decimal)) {
            return Optional.empty();
        }
        var digits = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == decimal) {
                digits.append('.');
            } else if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        boolean isName = digits.length() > 1 && digits.charAt(0) == '0' && digits.charAt(1) != '.';
        return isName || digits.chars().filter(c -> c == '.').count() > 1
                ? Optional.empty()
                : Optional.of(new BigDecimal(digits.toString()));
    }

    /** Groups have three digits each: "1.2.3.4" is a version. */
    private static boolean isGrouped(CharSequence plain, char decimal) {
        int digits = 0;
        boolean inGroup = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '.' || c == ',') {
                if (inGroup && digits != 3) {
                    return false;
                }
                inGroup = c != decimal;
                digits = 0;
            } else {
                digits++;
            }
        }
        return !inGroup || digits == 3;
    }

    /** Of two signs the last parts the fraction; one that is there twice groups; one before three digits does as the locale does. */
    private static char decimal(CharSequence plain, int points, int commas, Locale locale) {
        var text = plain.toString();
        if (points > 0 && commas > 0) {
            return text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
        }
        if (points + commas != 1) {
            return 0;
        }
        char sign = points == 1 ? '.' : ',';
        boolean three = text.length() - text.indexOf(sign) == 4 && text.indexOf(sign) <= 3 && text.charAt(0) != '0';
        return three && DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() != sign ? 0 : sign;
    }
}
