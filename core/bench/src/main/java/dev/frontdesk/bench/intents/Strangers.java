package dev.frontdesk.bench.intents;

import dev.frontdesk.plugin.intent.examples.Example;
import dev.frontdesk.plugin.intent.examples.ExampleFile;
import dev.frontdesk.plugin.intent.examples.ExampleFile.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Messages that are about none of a live bot's intents: of the other bots, of everyday life, and what people send besides. */
final class Strangers {
    /** The first examples of an everyday assistant: each of its intents once. */
    private static final String EVERYDAY = "autofaq-nlu/hwu_small_train.csv";

    private static final int EACH = 10;

    private static final List<String> BESIDES = List.of(
            "ok",
            "hi",
            "yes",
            "no",
            "hmm",
            "9876543210",
            "98765 43210",
            "rahul sharma",
            "test@gmail.com",
            "why",
            "how",
            "kya",
            "nahi",
            "haan",
            "acha",
            "thank you so much",
            "bangalore",
            "110025",
            "please",
            "?",
            "...",
            "hello ji",
            "need help",
            "i am waiting",
            "what happened",
            "done",
            "not working",
            "kab aayega",
            "mujhe chahiye",
            "5",
            "10 am",
            "are you there",
            "call me",
            "send me the link",
            "good night",
            "i will check and come back");

    private Strangers() {}

    static List<String> to(Material bot, List<Example> its, Path material) throws IOException {
        var intents = intents(its);
        var strangers = new ArrayList<>(BESIDES);
        for (var other : Material.ALL) {
            var file = material.resolve(other.train());
            if (other.isLive() && !other.equals(bot) && Files.isRegularFile(file)) {
                // The other bots have some intents in common with it, under much the same names.
                ExampleFile.read(file, Part.TRAIN).stream()
                        .filter(example ->
                                !intents.contains(letters(example.intent().orElse(""))))
                        .forEach(example -> strangers.add(example.text()));
            }
        }
        var everyday = material.resolve(EVERYDAY);
        if (Files.isRegularFile(everyday)) {
            var examples = ExampleFile.read(everyday, Part.TRAIN);
            for (int i = 0; i < examples.size(); i += EACH) {
                strangers.add(examples.get(i).text());
            }
        }
        return strangers;
    }

    private static Set<String> intents(List<Example> examples) {
        return examples.stream()
                .map(example -> letters(example.intent().orElse("")))
                .collect(Collectors.toSet());
    }

    private static String letters(String intent) {
        return intent.toLowerCase(Locale.ROOT)
                .chars()
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
