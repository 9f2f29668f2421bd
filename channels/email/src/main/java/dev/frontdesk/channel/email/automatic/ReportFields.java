package dev.frontdesk.channel.email.automatic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The machine-readable part of a report: groups of fields with empty lines between them. */
final class ReportFields {
    private static final int MOST_LINES = 2_000;

    /** One group; names in lower case, the first of each counts. */
    record Group(Map<String, String> fields) {

        Optional<String> get(String name) {
            return Optional.ofNullable(fields.get(name)).map(String::strip).filter(value -> !value.isEmpty());
        }

        /** The value behind the kind of name it is: {@code rfc822; user@host}. */
        Optional<String> typed(String name) {
            return get(name)
                    .map(value -> value.substring(value.indexOf(';') + 1).strip());
        }
    }

    private ReportFields() {}

    static List<Group> of(String text) {
        var groups = new ArrayList<Group>();
        var fields = new LinkedHashMap<String, String>();
        var last = "";
        int read = 0;
        for (var line : text.split("\n", MOST_LINES)) {
            if (read++ == MOST_LINES - 1) {
                break;
            }
            int colon = line.indexOf(':');
            if (line.isBlank()) {
                if (!fields.isEmpty()) {
                    groups.add(new Group(Map.copyOf(fields)));
                    fields.clear();
                }
            } else if ((line.charAt(0) == ' ' || line.charAt(0) == '\t') && fields.containsKey(last)) {
                fields.merge(last, " " + line.strip(), String::concat);
            } else if (colon > 0 && line.indexOf(' ') != 0) {
                last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.putIfAbsent(last, line.substring(colon + 1).strip());
            }
        }
        if (!fields.isEmpty()) {
            groups.add(new Group(Map.copyOf(fields)));
        }
        return groups;
    }
}
