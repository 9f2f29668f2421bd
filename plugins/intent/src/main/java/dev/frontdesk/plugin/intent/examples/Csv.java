package dev.frontdesk.plugin.intent.examples;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values: quoted fields may hold commas, line breaks and doubled quotes. */
final class Csv {
    private final String text;
    private final char separator;
    private int at;

    private Csv(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    static List<List<String>> rows(String text, char separator) {
        var csv = new Csv(text, separator);
        var rows = new ArrayList<List<String>>();
        while (csv.at < text.length()) {
            var row = csv.row();
            if (row.size() > 1 || !row.getFirst().isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private List<String> row() {
        var row = new ArrayList<String>();
        row.add(field());
        while (at < text.length() && text.charAt(at) == separator) {
            at++;
            row.add(field());
        }
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        return row;
    }

    private String field() {
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
        var field = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != '"') {
                field.append(c);
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                field.append(c);
                at++;
            } else {
                at++;
                break;
            }
        }
        return field.append(plain()).toString();
    }
}
