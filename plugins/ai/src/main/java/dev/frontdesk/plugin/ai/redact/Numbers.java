package dev.frontdesk.plugin.ai.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Numbers of payment cards and of phones. People write them in groups, with blanks, dashes, dots and brackets between, so groups are
 * what is looked at. A day such as 2026-03-12 is neither, when nothing else can be meant.
 */
final class Numbers implements Finder {
    private static final int SHORTEST_CARD = 13;
    private static final int LONGEST_CARD = 19;

    /** A group that is longer is a number of its own, and check digits fit by chance. */
    private static final int LONGEST_BEGINNING = 8;

    private static final int SHORTEST_PHONE = 9;
    private static final int SHORTEST_WITH_PLUS = 7;
    private static final int LONGEST_PHONE = 15;
    private static final int MOST_SIGNS_BETWEEN = 5;

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
            at = all
                    ? groups.getLast().end()
                    : groups.get(MOST_GROUPS - LONGEST_CARD).start();
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
                || c == '/'
                || c == '‑'
                || c == '–'
                || Character.isSpaceChar(c);
    }

    private Optional<Found> in(String text, List<Group> groups) {
        for (int first = 0; first < groups.size(); first++) {
            if (isDay(text, groups, first)) {
                first += 2;
                continue;
            }
            var card = card(text, groups, first);
            var found = card.isEmpty() && phones ? phone(text, groups, first) : card;
            if (found.isPresent()) {
                return Optional.of(card.isPresent() ? found.get() : withoutCard(text, groups, first, found.get()));
            }
        }
        return Optional.empty();
    }

    /** A number before a card would take the beginning of the card and leave its end. */
    private Found withoutCard(String text, List<Group> groups, int first, Found phone) {
        for (int i = first + 1; i < groups.size() && groups.get(i).start() < phone.end(); i++) {
            var card = card(text, groups, i);
            if (card.isPresent()) {
                return phone(text, groups.subList(0, i), first).orElse(card.get());
            }
        }
        return phone;
    }

    private Optional<Found> card(String text, List<Group> groups, int first) {
        if (!cards || hasPlus(text, groups.get(first))) {
            return Optional.empty();
        }
        int digits = 0;
        for (int last = first; last < groups.size() && digits < LONGEST_CARD; last++) {
            digits += groups.get(last).digits();
            int start = groups.get(first).start();
            int end = groups.get(last).end();
            if (last > first && groups.get(first).digits() > LONGEST_BEGINNING) {
                break;
            }
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
                && !isDay(text, groups, last + 1)
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

    /** Three groups with the same single sign between, and none before or behind, that can be a day of these centuries. */
    private static boolean isDay(String text, List<Group> groups, int first) {
        if (first + 2 >= groups.size() || hasPlus(text, groups.get(first))) {
            return false;
        }
        var sign = between(text, groups, first);
        return sign.length() == 1
                && !sign.isBlank()
                && sign.equals(between(text, groups, first + 1))
                && !sign.equals(between(text, groups, first - 1))
                && !sign.equals(between(text, groups, first + 2))
                && (isDay(text, groups.get(first + 2), groups.get(first + 1), groups.get(first))
                        || isDay(text, groups.get(first), groups.get(first + 1), groups.get(first + 2))
                        || isDay(text, groups.get(first + 2), groups.get(first), groups.get(first + 1)));
    }

    private static boolean isDay(String text, Group year, Group month, Group day) {
        int written = number(text, year);
        return year.digits() == 4
                && written / 100 >= 19
                && written / 100 <= 20
                && month.digits() <= 2
                && number(text, month) <= 12
                && day.digits() <= 2
                && number(text, day) <= 31;
    }

    /** Of four digits at most; any other is none of a day. */
    private static int number(String text, Group group) {
        int number = 0;
        for (int i = group.start(); i < group.end() && group.digits() <= 4; i++) {
            number = number * 10 + Character.digit(text.charAt(i), 10);
        }
        return number;
    }

    /** What stands behind this group before the next one, "" without either. */
    private static String between(String text, List<Group> groups, int place) {
        return place < 0 || place + 1 >= groups.size()
                ? ""
                : text.substring(groups.get(place).end(), groups.get(place + 1).start());
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
