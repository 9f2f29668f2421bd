package dev.frontdesk.plugin.ai.classify;

import dev.frontdesk.api.enrich.Classification;
import dev.frontdesk.api.enrich.Classifier;
import dev.frontdesk.api.service.Cache;
import dev.frontdesk.api.service.HttpGateway;
import dev.frontdesk.plugin.ai.chat.Endpoint;
import dev.frontdesk.plugin.ai.redact.Redactor;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Says what a message is about by the examples whose vectors are nearest to its own. The examples are measured when the first message
 * comes, not when the file is read: a check of the configuration calls nobody.
 */
public final class EmbeddingsClassifier implements Classifier {
    private static final int NEAREST = 2;
    private static final int MOST_ALTERNATIVES = 3;

    private final EmbeddingsSettings settings;
    private final Redactor redactor;
    private final Cache cache;
    private final Asking asking;
    private final ReentrantLock measuring = new ReentrantLock();
    private volatile Map<String, List<float[]>> measured = Map.of();

    @Inject
    public EmbeddingsClassifier(EmbeddingsSettings settings, HttpGateway gateway, Cache cache) {
        this.settings = settings;
        this.redactor = new Redactor(settings.redact());
        this.cache = cache;
        var vectors = settings.endpoint()
                .map(base -> new Vectors(
                        new Endpoint(base, settings.apiKey(), gateway),
                        settings.model().orElse("")));
        this.asking = new Asking(
                intents(), settings.fallback(), vectors.map(asked -> (words, most) -> answer(asked, words, most)));
    }

    @Override
    public Set<String> intents() {
        return settings.examples().keySet();
    }

    @Override
    public boolean local() {
        return false;
    }

    @Override
    public Classification classify(String text, Locale language, Duration most) throws InterruptedException {
        return asking.classify(text, language, most);
    }

    @Override
    public List<String> doubts() {
        return asking.doubts();
    }

    private Optional<Classification> answer(Vectors vectors, String words, Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        if (measured.isEmpty() && !measure(vectors, most)) {
            return Optional.empty();
        }
        var left = Duration.ofNanos(Math.max(1, until - System.nanoTime()));
        return vectors.of(List.of(redactor.begin("").hide(words)), left).map(found -> nearest(found.getFirst()));
    }

    /** One thread at a time; whoever comes meanwhile is answered by the fallback. */
    private boolean measure(Vectors vectors, Duration most) throws InterruptedException {
        if (!measuring.tryLock()) {
            return false;
        }
        try {
            var texts = settings.examples().values().stream()
                    .flatMap(List::stream)
                    .map(text -> redactor.begin("").hide(text))
                    .toList();
            var key = "embeddings\n" + settings.endpoint() + "\n" + settings.model() + "\n" + String.join("\n", texts);
            var kept = cache.get(key).flatMap(bytes -> Vectors.read(bytes, texts.size()));
            var all = kept;
            if (kept.isEmpty()) {
                all = vectors.of(texts, most);
                all.ifPresent(made -> cache.put(key, Vectors.bytes(made)));
            }
            all.ifPresent(made -> measured = byIntent(made));
            return all.isPresent();
        } finally {
            measuring.unlock();
        }
    }

    private Map<String, List<float[]>> byIntent(List<float[]> made) {
        var byIntent = new LinkedHashMap<String, List<float[]>>();
        int next = 0;
        for (var intent : settings.examples().entrySet()) {
            int end = next + intent.getValue().size();
            byIntent.put(intent.getKey(), made.subList(next, end));
            next = end;
        }
        return byIntent;
    }

    private Classification nearest(float[] message) {
        record Near(String intent, double similarity) {}
        var all = new ArrayList<Near>();
        measured.forEach((intent, examples) -> all.add(new Near(
                intent,
                examples.stream()
                        .map(example -> Vectors.similarity(message, example))
                        .sorted(Comparator.reverseOrder())
                        .limit(NEAREST)
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0))));
        all.sort(Comparator.comparingDouble(Near::similarity).reversed().thenComparing(Near::intent));
        var best = all.getFirst();
        boolean found = best.similarity() >= settings.minSimilarity();
        var others = new LinkedHashMap<String, Double>();
        all.stream()
                .skip(found ? 1 : 0)
                .limit(MOST_ALTERNATIVES)
                .forEach(near -> others.put(near.intent(), near.similarity()));
        return new Classification(
                Optional.of(best.intent()).filter(_ -> found), best.similarity(), others, List.of(), Map.of());
    }
}
