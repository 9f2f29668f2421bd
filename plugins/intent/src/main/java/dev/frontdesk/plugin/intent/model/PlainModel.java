package dev.frontdesk.plugin.intent.model;

import dev.frontdesk.plugin.intent.examples.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The plain baseline that evaluations stand beside: word 1–2-grams and runs of 2–5 letters, tf-idf in one vector, a linear support
 * vector machine, no knowledge of any language. Only for comparing.
 */
public final class PlainModel {
    private static final double COST = 1;

    private final List<String> intents;
    private final HashIndex index = new HashIndex();
    private final List<Integer> documents = new ArrayList<>();
    private final int examples;
    private final float[] weights;

    private PlainModel(List<Example> examples) {
        this.examples = examples.size();
        intents = examples.stream()
                .flatMap(one -> one.intent().stream())
                .distinct()
                .sorted()
                .toList();
        var counted = examples.stream().map(one -> counts(one.text())).toList();
        for (var counts : counted) {
            for (long feature : counts.keySet()) {
                int place = index.findOrAdd(feature);
                if (place == documents.size()) {
                    documents.add(0);
                }
                documents.set(place, documents.get(place) + 1);
            }
        }
        var rows = counted.stream().map(this::row).toList();
        var classOf = examples.stream()
                .mapToInt(one -> intents.indexOf(one.intent().orElseThrow()))
                .toArray();
        weights = new Solver(rows, classOf, intents.size(), index.size() + 1, COST).solve();
    }

    public static PlainModel train(List<Example> examples) {
        return new PlainModel(examples);
    }

    public String predict(String text) {
        var score = new float[intents.size()];
        Scores.of(row(counts(text)), weights, score.length, score);
        int best = 0;
        for (int c = 1; c < score.length; c++) {
            best = score[c] > score[best] ? c : best;
        }
        return intents.get(best);
    }

    private Row row(Map<Long, Integer> counts) {
        var column = new ArrayList<Integer>();
        var value = new ArrayList<Float>();
        double squares = 0;
        for (var one : counts.entrySet()) {
            int place = index.find(one.getKey());
            if (place >= 0) {
                double idf = Math.log((1.0 + examples) / (1 + documents.get(place))) + 1;
                double x = (1 + Math.log(one.getValue())) * idf;
                squares += x * x;
                column.add(place + 1);
                value.add((float) x);
            }
        }
        var columns = new int[column.size() + 1];
        var values = new float[columns.length];
        values[0] = 1;
        for (int i = 0; i < column.size(); i++) {
            columns[i + 1] = column.get(i);
            values[i + 1] = (float) (value.get(i) / Math.sqrt(squares));
        }
        return new Row(columns, values, 1);
    }

    private static Map<Long, Integer> counts(String text) {
        var counts = new TreeMap<Long, Integer>();
        var lower = text.toLowerCase(Locale.ROOT);
        String before = "";
        for (var word : lower.split("[^\\p{L}\\p{N}_]+", -1)) {
            if (word.length() > 1) {
                counts.merge(hash("w", word), 1, Integer::sum);
                if (!before.isEmpty()) {
                    counts.merge(hash("w", before + " " + word), 1, Integer::sum);
                }
                before = word;
            }
        }
        for (var word : lower.strip().split("\\s+", -1)) {
            var padded = " " + word + " ";
            for (int n = 2; n <= 5 && n < padded.length(); n++) {
                for (int i = 0; i + n <= padded.length(); i++) {
                    counts.merge(hash("c", padded.substring(i, i + n)), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private static long hash(String kind, String feature) {
        long hash = kind.charAt(0);
        for (int i = 0; i < feature.length(); i++) {
            hash = (hash ^ feature.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
