package dev.frontdesk.engine.expression;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what was probably meant. */
public final class Spelling {
    private Spelling() {}

    public static Optional<String> nearest(String written, Collection<String> known) {
        int most = Math.max(1, (written.length() + 1) / 3);
        var meant = written.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name -> distance(meant, name.toLowerCase(Locale.ROOT)) <= most)
                .min(Comparator.<String>comparingInt(name -> distance(meant, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Letters to change, add or leave out; two neighbours that changed places count as one. */
    private static int distance(String from, String to) {
        var rows = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : cheapest(from, to, i, j, rows);
            }
        }
        return rows[from.length()][to.length()];
    }

    private static int cheapest(String from, String to, int i, int j, int[][] rows) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int cost = Math.min(rows[i - 1][j - 1] + (same ? 0 : 1), Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(cost, rows[i - 2][j - 2] + 1) : cost;
    }
}
