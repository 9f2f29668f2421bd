package dev.frontdesk.plugin.ai.redact;

import java.util.Optional;

/** E-mail addresses: whatever stands around an at sign without a gap, with a dot behind it. */
final class Emails implements Finder {
    private static final int LONGEST = 320;

    @Override
    public Optional<Found> next(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) == '@' || text.charAt(at) == '＠') {
                int start = at;
                while (start > from && at - start < LONGEST && isLocal(text.charAt(start - 1))) {
                    start--;
                }
                int end = at + 1;
                while (end < text.length() && end - at < LONGEST && isDomain(text.charAt(end))) {
                    end++;
                }
                while (end > at + 1
                        && !Letters.isPart(text.charAt(end - 1))
                        && !Character.isDigit(text.charAt(end - 1))) {
                    end--;
                }
                int dot = text.substring(at, end).indexOf('.');
                if (start < at && dot > 1 && at + dot < end - 1) {
                    return Optional.of(new Found(start, end, "email"));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isLocal(char c) {
        return Letters.isPart(c)
                || Character.isDigit(c)
                || Character.isSurrogate(c)
                || "._%+-'!#$&*/=?^`{|}~".indexOf(c) >= 0;
    }

    private static boolean isDomain(char c) {
        return Letters.isPart(c) || Character.isDigit(c) || c == '.' || c == '-';
    }
}
