package dev.frontdesk.plugin.ai.knowledge;

import dev.frontdesk.plugin.ai.text.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Passages by their words, ranked by BM25. Immutable; safe for use by many threads. */
final class Index {
    private static final double SATURATION = 1.2;
    private static final double LENGTH = 0.75;

    private record Posting(int passage, int times) {}

    private final List<Passage> passages;
    private final Map<String, List<Posting>> postings = new HashMap<>();
    private final int[] lengths;
    private final double usualLength;

    Index(List<Passage> passages) {
        this.passages = List.copyOf(passages);
        lengths = new int[passages.size()];
        long all = 0;
        for (int i = 0; i < lengths.length; i++) {
            var terms = Terms.of(passages.get(i).text());
            lengths[i] = terms.size();
            all += terms.size();
            var times = new HashMap<String, Integer>();
            terms.forEach(term -> times.merge(term, 1, Integer::sum));
            int passage = i;
            times.forEach((term, count) ->
                    postings.computeIfAbsent(term, _ -> new ArrayList<>(1)).add(new Posting(passage, count)));
        }
        usualLength = lengths.length == 0 ? 1 : Math.max(1, (double) all / lengths.length);
    }

    /** The best first; those that share no word with the question are not among them. */
    List<Passage> search(String question, Predicate<Passage> may, int most) {
        var scores = new HashMap<Integer, Double>();
        for (var term : new HashSet<>(Terms.of(question))) {
            var places = postings.getOrDefault(term, List.of());
            double rarity = Math.log(1 + (lengths.length - places.size() + 0.5) / (places.size() + 0.5));
            for (var place : places) {
                double length = 1 - LENGTH + LENGTH * lengths[place.passage()] / usualLength;
                double score = rarity * place.times() * (SATURATION + 1) / (place.times() + SATURATION * length);
                scores.merge(place.passage(), score, Double::sum);
            }
        }
        return scores.entrySet().stream()
                .filter(entry -> may.test(passages.get(entry.getKey())))
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(entry -> passages.get(entry.getKey()))
                .toList();
    }
}
