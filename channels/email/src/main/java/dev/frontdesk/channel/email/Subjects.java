package dev.frontdesk.channel.email;

import java.util.Locale;
import java.util.Set;

/** Subjects without what mail programs put before them. */
final class Subjects {
    private static final Set<String> REPLIES =
            Set.of("re", "aw", "antw", "sv", "vs", "rif", "ref", "odp", "отв", "ответ", "回复");
    private static final Set<String> FORWARDS = Set.of("fw", "fwd", "wg", "tr", "vb", "i", "пер", "пересл");

    private Subjects() {}

    static boolean isReply(String subject) {
        return REPLIES.contains(prefix(subject));
    }

    /** What it is about. */
    static String bare(String subject) {
        String bare = subject.strip();
        while (REPLIES.contains(prefix(bare)) || FORWARDS.contains(prefix(bare))) {
            bare = bare.substring(bare.indexOf(':') + 1).strip();
        }
        return bare;
    }

    /** {@code re} of {@code Re: lamp} and of {@code RE[2]: lamp}. */
    private static String prefix(String subject) {
        int colon = subject.indexOf(':');
        if (colon < 1 || colon > 12) {
            return "";
        }
        String prefix = subject.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        int bracket = prefix.indexOf('[');
        return bracket > 0 ? prefix.substring(0, bracket) : prefix;
    }
}
