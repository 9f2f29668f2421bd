package dev.frontdesk.channel.email.mime;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a list of addresses as they are written by all kinds of programs: with names, comments, groups and routes, and with half
 * of that wrong. Linear, without recursion. What is no address is passed over.
 */
public final class Mailboxes {
    private static final int LONGEST = 320;

    private final String text;
    private final int most;
    private final List<Mailbox> found = new ArrayList<>();
    private final StringBuilder name = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private final StringBuilder angle = new StringBuilder();
    private boolean angled;

    private Mailboxes(String text, int most) {
        this.text = text;
        this.most = most;
    }

    /**
     * The addresses of a header field.
     *
     * @param value undecoded, one character per byte, on one line
     * @param most how many at the most
     */
    public static List<Mailbox> read(String value, int most) {
        return new Mailboxes(value, most).read();
    }

    /** One address without anything around it; empty when it is none. */
    public static Optional<String> address(String text) {
        // Raw bytes of an address beyond ASCII come one by one.
        boolean bytes = text.chars().allMatch(c -> c < 256);
        return checked((bytes ? CharacterSets.decode(text.getBytes(StandardCharsets.ISO_8859_1), "") : text).strip());
    }

    private List<Mailbox> read() {
        for (int at = 0; at < text.length() && found.size() < most; at++) {
            char c = text.charAt(at);
            switch (c) {
                case '"' -> at = quoted(at);
                case '(' -> at = comment(at);
                case '<' -> at = angle(at);
                case ',', ';' -> take();
                // The name of a group, or a scheme somebody left before the address.
                case ':' -> name.setLength(0);
                default -> name.append(c);
            }
        }
        take();
        return List.copyOf(found);
    }

    private int quoted(int open) {
        int at = open + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            name.append(text.charAt(at++));
        }
        // A local part may be quoted, and is then followed by the rest of its address.
        return at;
    }

    private int comment(int open) {
        int depth = 1;
        int at = open + 1;
        for (; at < text.length() && depth > 0; at++) {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '\\' && at + 1 < text.length()) {
                at++;
            } else if (depth > 0 && comment.length() < LONGEST) {
                comment.append(c);
            }
        }
        return at - 1;
    }

    /** What stands in the brackets. One that opens again was never closed. */
    private int angle(int open) {
        int end = open + 1;
        while (end < text.length() && text.charAt(end) != '>' && text.charAt(end) != '<') {
            end++;
        }
        angle.setLength(0);
        angle.append(text, open + 1, Math.min(end, open + 1 + 4 * LONGEST));
        angled = true;
        return end < text.length() && text.charAt(end) == '<' ? end - 1 : end;
    }

    private void take() {
        var address = angled ? route(angle.toString()) : name.toString();
        var checked = address(address).or(() -> angled ? Optional.empty() : word(name.toString()));
        if (checked.isEmpty() && angled) {
            // <Some Name> some@where, or an address for the name and nonsense in the brackets.
            checked = word(name.toString());
        }
        checked.ifPresent(found -> this.found.add(new Mailbox(shown(found), found)));
        name.setLength(0);
        comment.setLength(0);
        angle.setLength(0);
        angled = false;
    }

    /** The one word of a text that is an address. */
    private static Optional<String> word(String text) {
        if (text.length() > 4 * LONGEST) {
            return Optional.empty();
        }
        for (var word : text.split("[\\s<>\\[\\]]+")) {
            var address = word.indexOf('@') > 0 ? address(unquoted(word)) : Optional.<String>empty();
            if (address.isPresent()) {
                return address;
            }
        }
        return Optional.empty();
    }

    private String shown(String address) {
        var text = HeaderText.decoded(angled ? name.toString() : "");
        if (text.isEmpty()) {
            text = HeaderText.decoded(comment.toString());
        }
        var shown = Invisible.without(unquoted(text));
        return shown.equalsIgnoreCase(address) ? "" : shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown;
    }

    private static String unquoted(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && "'\" ".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && "'\" ".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Without the way an old mail server was to take. */
    private static String route(String text) {
        int colon = text.startsWith("@") ? text.indexOf(':') : -1;
        var bare = text.substring(colon + 1).strip();
        return bare.regionMatches(true, 0, "mailto:", 0, 7) ? bare.substring(7) : bare;
    }

    private static Optional<String> checked(String text) {
        var bare = text.length() > 2 && text.startsWith("'") && text.endsWith("'")
                ? text.substring(1, text.length() - 1)
                : text;
        int at = bare.lastIndexOf('@');
        if (at < 1 || at == bare.length() - 1 || bare.length() > LONGEST) {
            return Optional.empty();
        }
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (c <= ' '
                    || Character.isISOControl(c)
                    || Character.isSpaceChar(c)
                    || Invisible.is(c)
                    || "<>()\",;\\".indexOf(c) >= 0) {
                return Optional.empty();
            }
        }
        return domain(bare.substring(at + 1)).map(domain -> bare.substring(0, at) + "@" + domain);
    }

    /** In lower case, and names beyond ASCII the way they are looked up. */
    private static Optional<String> domain(String text) {
        var bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (bare.startsWith("[") && bare.endsWith("]")) {
            return Optional.of(bare.toLowerCase(Locale.ROOT));
        }
        try {
            boolean lookedUp = bare.chars().allMatch(c -> c < 128);
            var ascii = (lookedUp ? bare : IDN.toASCII(bare, IDN.ALLOW_UNASSIGNED)).toLowerCase(Locale.ROOT);
            boolean plain = ascii.chars()
                    .allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_');
            return plain && !ascii.isEmpty() && !ascii.startsWith(".") ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
