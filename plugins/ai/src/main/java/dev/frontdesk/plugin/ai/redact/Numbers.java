package dev.frontdesk.plugin.ai.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Numbers of payment cards and of phones. People write them in groups, with blanks, dashes, dots and brackets between, so groups are
 * what is looked at. A day such as 2026-03-12 is neither.
 */
final class Numbers implements Finder {
    private static final int SHORTEST_CARD = 13;
    private static final int LONGEST_CARD = 19;
    private static final int SHORTEST_PHONE = 9;
    private static final int SHORTEST_WITH_PLUS = 7;
    private static final int LONGEST_PHONE = 15;
    private static final int MOST_SIGNS_BETWEEN = 3;

    /** So many are looked at together: a text of digits alone takes no longer than another. */
    private static final int MOST_GROUPS = 100;

    private record Group(int start, int end) {
        int digits() {
            return end - start;
        }
    }

    private final boolean cards;
    private final boolean phones;

    Numbers(boolean cards, boolean phones) {
        this.cards = cards;
        this.phones = phones;
    }

    @Override
    public Optional<Found> next(String text, int from) {
        int at = from;
        while (at < text.length()) {
            var groups = groups(text, at);
            if (groups.isEmpty()) {
                return Optional.empty();
            }
            var found = in(text, groups);
            if (found.isPresent()) {
                return found;
            }
            // Where there are more, a number may lie across the end of these.
            boolean all = groups.size() < MOST_GROUPS;
            at = all ? groups.getLast().end() : groups.get(MOST_GROUPS - LONGEST_CARD).start();
        }
        return Optional.empty();
    }

    /** The groups of the first number, or of the numbers that stand close together. */
    private static List<Group> groups(String text, int from) {
        var groups = new ArrayList<Group>();
        int at = from;
        while (at < text.length() && groups.size() < MOST_GROUPS) {
            if (!Character.isDigit(text.charAt(at))) {
                if (!groups.isEmpty()
                        && (!isBetween(text.charAt(at)) || at - groups.getLast().end() >= MOST_SIGNS_BETWEEN)) {
                    return groups;
                }
                at++;
                continue;
            }
            int start = at;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            groups.add(new Group(start, at));
        }
        return groups;
    }

    private static boolean isBetween(char c) {
        return c == '-'
                || c == '.'
                || c == '('
                || c == ')'
                || c == '+'
                || c == '‑'
                || c == '–'
                || Character.isSpaceChar(c);
    }

    private Optional<Found> in(String text, List<Group> groups) {
        for (int first = 0; first < groups.size(); first++) {
            if (isDay(groups, first)) {
                first += 2;
                continue;
            }
            var card = cards && !hasPlus(text, groups.get(first)) ? card(text, groups, first) : Optional.<Found>empty();
            var found = card.isEmpty() && phones ? phone(text, groups, first) : card;
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> card(String text, List<Group> groups, int first) {
        int digits = 0;
        for (int last = first; last < groups.size() && digits < LONGEST_CARD; last++) {
            digits += groups.get(last).digits();
            int start = groups.get(first).start();
            int end = groups.get(last).end();
            if (digits >= SHORTEST_CARD && digits <= LONGEST_CARD && hasCheckDigit(text.substring(start, end))) {
                return Optional.of(new Found(start, end, "card"));
            }
        }
        return Optional.empty();
    }

    /** As many groups as a phone number can have; a single group that is longer than any is kept back as well. */
    private static Optional<Found> phone(String text, List<Group> groups, int first) {
        int digits = groups.get(first).digits();
        int start = groups.get(first).start();
        if (digits > LONGEST_PHONE) {
            return Optional.of(new Found(start, groups.get(first).end(), "number"));
        }
        int last = first;
        while (last + 1 < groups.size()
                && digits + groups.get(last + 1).digits() <= LONGEST_PHONE
                && !isDay(groups, last + 1)
                && !hasPlus(text, groups.get(last + 1))) {
            last++;
            digits += groups.get(last).digits();
        }
        boolean plus = hasPlus(text, groups.get(first));
        return digits >= (plus ? SHORTEST_WITH_PLUS : SHORTEST_PHONE)
                ? Optional.of(
                        new Found(plus ? start - 1 : start, groups.get(last).end(), "phone"))
                : Optional.empty();
    }

    private static boolean hasPlus(String text, Group group) {
        return group.start() > 0 && text.charAt(group.start() - 1) == '+';
    }

    private static boolean isDay(List<Group> groups, int first) {
        if (first + 2 >= groups.size()) {
            return false;
        }
        int a = groups.get(first).digits();
        int b = groups.get(first + 1).digits();
        int c = groups.get(first + 2).digits();
        return b <= 2 && (a == 4 && c <= 2 || a <= 2 && c == 4);
    }

    private static boolean hasCheckDigit(String written) {
        int sum = 0;
        boolean twice = false;
        for (int i = written.length() - 1; i >= 0; i--) {
            if (!Character.isDigit(written.charAt(i))) {
                continue;
            }
            int digit = Character.digit(written.charAt(i), 10);
            int counted = twice ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
            twice = !twice;
        }
        return sum % 10 == 0;
    }
}
