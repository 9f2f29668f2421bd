package dev.frontdesk.plugin.lookup.table;

import java.util.ArrayList;
import java.util.List;

/** Rows of separated values, one after the other: quoted cells may hold separators, line breaks and doubled quotes. */
final class Rows {
    private final String text;
    private final char separator;
    private int at;
    private int line = 1;
    private boolean whole = true;
    private boolean endsInLine;

    Rows(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    boolean hasNext() {
        return at < text.length();
    }

    /** Where the next row begins. */
    int line() {
        return line;
    }

    /** False once a quote was opened and never closed. */
    boolean isWhole() {
        return whole;
    }

    /** Whether the last row was followed by a line break. */
    boolean endsInLine() {
        return endsInLine;
    }

    List<String> next() {
        var row = new ArrayList<String>();
        row.add(cell());
        while (at < text.length() && text.charAt(at) == separator) {
            at++;
            row.add(cell());
        }
        endsInLine = at < text.length();
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        line++;
        return row;
    }

    private String cell() {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
        int begin = at;
        while (at < text.length() && text.charAt(at) != separator && "\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(begin, at);
    }

    private String quoted() {
        var cell = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                at++;
            } else if (c == '"') {
                at++;
                return cell.append(plain()).toString();
            } else if (c == '\n') {
                line++;
            }
            cell.append(c);
        }
        whole = false;
        return cell.toString();
    }
}
