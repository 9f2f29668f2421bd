package dev.frontdesk.plugin.intent.model;

import dev.frontdesk.plugin.intent.text.Reader;
import dev.frontdesk.plugin.intent.text.View;
import dev.frontdesk.plugin.intent.text.WordList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Which texts of a list are alike, by the vectors that models are learned from, weighed by the list itself. */
public final class Alike {
    /** What so large a part of many texts has tells none of them apart. */
    private static final int COMMON_PART = 3;

    private static final int FEW = 50;
    /** Order and manner tell intents apart that are about the same thing; here that thing counts. */
    private static final Set<View> GIST = EnumSet.of(View.STEMS, View.LETTERS, View.CONCEPTS);

    private final int[][] like;

    private Alike(int[][] like) {
        this.like = like;
    }

    /** @param least the cosine from which on two texts are alike */
    public static Alike of(List<String> texts, double least) {
        var known = WordList.of(texts);
        var bags = texts.stream()
                .map(text -> Reader.readTelling(text, known).only(GIST))
                .toList();
        var vocabulary = Vocabulary.of(bags);
        var rows = bags.stream().map(vocabulary::row).toList();
        var holders = holders(rows, vocabulary.columns());
        var like = new int[rows.size()][];
        var sum = new float[rows.size()];
        var length = new double[rows.size()];
        for (int i = 0; i < length.length; i++) {
            length[i] = length(rows.get(i), holders);
        }
        for (int i = 0; i < like.length; i++) {
            Arrays.fill(sum, 0);
            var row = rows.get(i);
            for (int q = 0; q < row.column().length; q++) {
                float x = row.value()[q];
                for (var holder : holders[row.column()[q]]) {
                    sum[holder.row()] += x * holder.value();
                }
            }
            like[i] = like(i, sum, length, least);
        }
        return new Alike(like);
    }

    private record Holder(int row, float value) {}

    /** For each column the rows that have it; none for a column that too many have. */
    private static Holder[][] holders(List<Row> rows, int columns) {
        var counts = new int[columns];
        rows.forEach(row -> IntStream.of(row.column()).forEach(column -> counts[column]++));
        var holders = new Holder[columns][];
        for (int column = 0; column < columns; column++) {
            boolean common =
                    column == Vocabulary.BIAS || rows.size() > FEW && counts[column] > rows.size() / COMMON_PART;
            holders[column] = new Holder[common ? 0 : counts[column]];
        }
        Arrays.fill(counts, 0);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            for (int q = 0; q < row.column().length; q++) {
                int column = row.column()[q];
                if (holders[column].length > 0) {
                    holders[column][counts[column]++] = new Holder(i, row.value()[q]);
                }
            }
        }
        return holders;
    }

    private static double length(Row row, Holder[][] holders) {
        double squares = 0;
        for (int q = 0; q < row.column().length; q++) {
            squares += holders[row.column()[q]].length > 0 ? row.value()[q] * row.value()[q] : 0;
        }
        return Math.sqrt(squares);
    }

    private static int[] like(int i, float[] sum, double[] length, double least) {
        return IntStream.range(0, sum.length)
                .filter(j -> j != i && sum[j] > 0 && sum[j] >= least * length[i] * length[j])
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -sum[j] / length[j]))
                .mapToInt(j -> j)
                .toArray();
    }

    /** The texts like this one, the most alike first. */
    public int[] to(int text) {
        return like[text].clone();
    }
}
