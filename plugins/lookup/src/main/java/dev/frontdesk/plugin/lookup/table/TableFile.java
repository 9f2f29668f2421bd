package dev.frontdesk.plugin.lookup.table;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a table, or says what is wrong with it as an {@link IOException}. */
final class TableFile {
    private static final Logger LOG = LoggerFactory.getLogger(TableFile.class);
    private static final int LARGEST = 20 * 1024 * 1024;
    private static final int MOST_ROWS = 200_000;

    private final Path file;

    private TableFile(Path file) {
        this.file = file;
    }

    static Table read(Path file, String key) throws IOException {
        return new TableFile(file).table(key);
    }

    private Table table(String key) throws IOException {
        var text = text();
        var names = new Rows(text, separator(text))
                .next().stream().map(String::strip).toList();
        int column = column(names, key);
        return new Table(names, column, rows(text, names, column));
    }

    private String text() throws IOException {
        try {
            var size = Files.size(file);
            if (size > LARGEST) {
                throw broken("has " + size + " bytes; a table has at most " + LARGEST
                        + ". Put it into a database and use the type sql");
            }
            var text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw broken("is not in UTF-8; save it so");
        }
    }

    /** Spreadsheets of many countries write semicolons. */
    private static char separator(String text) {
        var first = text.lines().findFirst().orElse("");
        char best = ',';
        for (char one : new char[] {';', '\t'}) {
            best = count(first, one) > count(first, best) ? one : best;
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private int column(List<String> names, String key) throws IOException {
        var seen = new HashSet<String>();
        for (var name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw broken("has two columns '" + name + "'");
            }
        }
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(key.strip())) {
                return i;
            }
        }
        throw broken("has no column '" + key + "'; its first line names " + String.join(", ", names));
    }

    private Map<String, List<String>> rows(String text, List<String> names, int key) throws IOException {
        var table = new HashMap<String, List<String>>();
        var rows = new Rows(text, separator(text));
        rows.next();
        int twice = 0;
        int firstTwice = 0;
        while (rows.hasNext()) {
            int line = rows.line();
            var row = rows.next();
            if (!rows.isWhole() || !rows.endsInLine() && row.size() < names.size()) {
                throw broken("ends in the middle of the row of line " + line);
            }
            var name = key < row.size() ? Table.comparable(row.get(key)) : "";
            if (name.isEmpty()) {
                continue;
            }
            if (table.putIfAbsent(name, row) != null) {
                twice++;
                firstTwice = twice == 1 ? line : firstTwice;
            } else if (table.size() > MOST_ROWS) {
                throw broken("has more than " + MOST_ROWS + " rows. Put it into a database and use the type sql");
            }
        }
        if (twice > 0) {
            LOG.warn(
                    "{}: {} rows have a {} that is there before, the first of them in line {}; the rows before count",
                    file,
                    twice,
                    names.get(key),
                    firstTwice);
        }
        return table;
    }

    private IOException broken(String why) {
        return new IOException(file + " " + why);
    }
}
