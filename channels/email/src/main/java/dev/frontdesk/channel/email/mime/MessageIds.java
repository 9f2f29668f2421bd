package dev.frontdesk.channel.email.mime;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the ids of mails, without their angle brackets. What is written around them is passed over. */
public final class MessageIds {
    /** As long as a line of a mail may be; longer ones are cut, which keeps them equal to themselves. */
    static final int LONGEST = 998;

    private static final int MOST = 200;

    private MessageIds() {}

    /** The first id of a field. */
    public static Optional<String> first(Optional<String> value) {
        return value.flatMap(text -> all(text).stream().findFirst());
    }

    /** The ids of a field in their order, each once. Of very many the first and the latest are kept. */
    public static List<String> all(String value) {
        Set<String> found = new LinkedHashSet<>();
        var latest = new ArrayDeque<String>();
        int at = 0;
        while (at < value.length()) {
            int open = value.indexOf('<', at);
            int close = open < 0 ? -1 : value.indexOf('>', open);
            if (close < 0) {
                break;
            }
            // A bracket that never closed before this one opened.
            int start = value.lastIndexOf('<', close);
            id(value.substring(start + 1, close)).ifPresent(id -> keep(id, found, latest));
            at = close + 1;
        }
        if (found.isEmpty()) {
            bare(value, found);
        }
        latest.removeIf(found::contains);
        found.addAll(latest);
        return List.copyOf(found);
    }

    private static void keep(String id, Set<String> found, ArrayDeque<String> latest) {
        if (found.size() < MOST / 2) {
            found.add(id);
        } else {
            latest.addLast(id);
            if (latest.size() > MOST / 2) {
                latest.removeFirst();
            }
        }
    }

    /** Some programs forget the brackets. */
    private static void bare(String value, Set<String> found) {
        for (var word :
                value.substring(0, Math.min(value.length(), 4 * LONGEST)).split("[\\s,;]+")) {
            if (word.indexOf('@') > 0 && found.size() < MOST) {
                id(word.replace("<", "").replace(">", "")).ifPresent(found::add);
            }
        }
    }

    private static Optional<String> id(String text) {
        var id = new StringBuilder(Math.min(text.length(), LONGEST));
        for (int i = 0; i < text.length() && id.length() < LONGEST; i++) {
            char c = text.charAt(i);
            if (c > ' ' && c != 127 && c != '<') {
                id.append(c);
            }
        }
        return id.isEmpty() ? Optional.empty() : Optional.of(id.toString());
    }
}
