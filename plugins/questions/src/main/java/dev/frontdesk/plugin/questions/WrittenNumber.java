package dev.frontdesk.plugin.questions;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Numbers as people write them: any script's digits, a comma or a point, groups of three. */
final class WrittenNumber {
    private static final int LONGEST = 40;
    private static final String GROUP_SPACES = " \u00a0\u202f\u2009'’_";

    private WrittenNumber() {}

    static Optional<BigDecimal> in(String text, Locale language) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var plain = Characters.withAsciiDigits(text)
                .replace('٫', ',')
                .replace("٬", "'")
                .replace('−', '-');
        boolean negative = plain.startsWith("-");
        var unsigned = negative || plain.startsWith("+") ? plain.substring(1) : plain;
        return unsigned(Characters.trimmed(unsigned), language).map(number -> negative ? number.negate() : number);
    }

    private static Optional<BigDecimal> unsigned(String text, Locale language) {
        int decimal = decimalMark(text, language);
        var whole = decimal < 0 ? text : text.substring(0, decimal);
        var fraction = decimal < 0 ? "" : text.substring(decimal + 1);
        if (decimal >= 0 && (fraction.isEmpty() || !isDigits(fraction))) {
            return Optional.empty();
        }
        return digits(whole).map(number -> new BigDecimal(fraction.isEmpty() ? number : number + "." + fraction));
    }

    /** Where the fraction begins, or -1. */
    private static int decimalMark(String text, Locale language) {
        int point = text.lastIndexOf('.');
        int comma = text.lastIndexOf(',');
        if (point >= 0 && comma >= 0) {
            return Math.max(point, comma);
        }
        int mark = Math.max(point, comma);
        if (mark < 0 || text.indexOf(text.charAt(mark)) != mark) {
            return -1;
        }
        boolean groupsHere = DecimalFormatSymbols.getInstance(language).getGroupingSeparator() == text.charAt(mark);
        boolean couldBeGroup = text.length() - mark == 4 && mark >= 1 && mark <= 3 && !text.startsWith("0");
        return groupsHere && couldBeGroup ? -1 : mark;
    }

    /** Digits, or groups of three of them with one and the same mark between. */
    private static Optional<String> digits(String text) {
        if (isDigits(text)) {
            return Optional.of(text);
        }
        var mark = text.chars()
                .filter(c -> c < '0' || c > '9')
                .mapToObj(Character::toString)
                .findFirst();
        if (mark.isEmpty() || !(GROUP_SPACES + ".,").contains(mark.get())) {
            return Optional.empty();
        }
        var groups = List.of(text.replace(mark.get(), ".").split("\\.", -1));
        boolean good = groups.getFirst().length() <= 3
                && groups.stream().allMatch(WrittenNumber::isDigits)
                && groups.stream().skip(1).allMatch(group -> group.length() == 3);
        return good ? Optional.of(String.join("", groups)) : Optional.empty();
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
