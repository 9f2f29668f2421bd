package dev.frontdesk.plugin.intent;

import dev.frontdesk.api.enrich.Classification;
import dev.frontdesk.api.enrich.Classifier;
import dev.frontdesk.api.service.Cache;
import dev.frontdesk.plugin.intent.entity.Entities;
import dev.frontdesk.plugin.intent.entity.Entity;
import dev.frontdesk.plugin.intent.examples.Doubts;
import dev.frontdesk.plugin.intent.examples.Example;
import dev.frontdesk.plugin.intent.examples.ExampleFile;
import dev.frontdesk.plugin.intent.model.IntentModel;
import dev.frontdesk.plugin.intent.model.ModelFile;
import dev.frontdesk.plugin.intent.model.Prediction;
import dev.frontdesk.plugin.intent.model.Training;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Learned from examples, on this machine, once for the same examples: after that the model is kept. */
public final class ExamplesClassifier implements Classifier {
    private final IntentModel model;
    private final Entities entities;
    private final ZoneId zone;
    private final InstantSource clock;
    private final List<String> doubts;

    @Inject
    public ExamplesClassifier(ExamplesSettings settings, Cache cache, InstantSource clock) {
        var examples = examples(settings);
        this.model = model(examples, cache);
        this.entities = entities(settings);
        this.zone = settings.timeZone();
        this.clock = clock;
        this.doubts = Doubts.in(examples);
    }

    private static Entities entities(ExamplesSettings settings) {
        var byName = new TreeMap<String, Entity>();
        settings.entities().forEach((name, one) -> byName.put(name, one.entity()));
        return Entities.of(byName);
    }

    private static List<Example> examples(ExamplesSettings settings) {
        var examples = new ArrayList<Example>();
        new TreeMap<>(settings.examples())
                .forEach((intent, texts) -> texts.forEach(text -> examples.add(Example.of(text, intent))));
        settings.outOfScope().forEach(text -> examples.add(new Example(text, Optional.empty())));
        settings.from().forEach(file -> examples.addAll(read(file)));
        examples.forEach(example -> example.intent().ifPresent(intent -> ExamplesSettings.check(intent, true)));
        if (examples.stream().flatMap(one -> one.intent().stream()).distinct().count() < 2) {
            throw new IllegalArgumentException("with fewer than two intents there is nothing to tell apart");
        }
        return examples;
    }

    private static List<Example> read(Path file) {
        try {
            return ExampleFile.read(file, ExampleFile.Part.TRAIN);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The same examples give the same model: their text is the key. */
    private static IntentModel model(List<Example> examples, Cache cache) {
        var key = new StringBuilder();
        examples.forEach(one -> key.append(one.intent().orElse(""))
                .append('\t')
                .append(one.text())
                .append('\n'));
        return cache.get(key.toString()).flatMap(ModelFile::read).orElseGet(() -> {
            var learned = Training.train(examples);
            cache.put(key.toString(), ModelFile.bytes(learned));
            return learned;
        });
    }

    @Override
    public Set<String> intents() {
        return Set.copyOf(model.intents());
    }

    @Override
    public boolean local() {
        return true;
    }

    @Override
    public Classification classify(String text, Locale language, Duration most) {
        var named = entities.find(text, language, clock.instant(), zone);
        var each = model.predictEach(text);
        if (each.size() > 1) {
            var first = each.getFirst();
            var also = each.stream().skip(1).map(Prediction::best).toList();
            return new Classification(first.intent(), first.probability(), Map.of(), also, named);
        }
        var said = model.predict(text);
        return new Classification(said.intent(), said.probability(), others(said), List.of(), named);
    }

    /** Of what is about nothing known the likeliest is but one of the others. */
    private static Map<String, Double> others(Prediction said) {
        var others = new LinkedHashMap<String, Double>();
        if (!said.inScope()) {
            others.put(said.best(), said.probability());
        }
        others.putAll(said.alternatives());
        return others;
    }

    @Override
    public List<String> doubts() {
        return doubts;
    }
}
