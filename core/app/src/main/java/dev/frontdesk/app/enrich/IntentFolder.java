package dev.frontdesk.app.enrich;

import com.typesafe.config.ConfigObject;
import dev.frontdesk.api.Setting;
import dev.frontdesk.api.enrich.Classifier;
import dev.frontdesk.app.config.Binder;
import dev.frontdesk.app.config.Block;
import dev.frontdesk.app.config.ConfigFiles;
import dev.frontdesk.app.config.Known;
import dev.frontdesk.app.config.Names;
import dev.frontdesk.app.config.Problems;
import dev.frontdesk.app.config.Where;
import dev.frontdesk.app.plugin.Catalog;
import dev.frontdesk.app.plugin.Contribution;
import dev.frontdesk.app.plugin.Contribution.Kind;
import dev.frontdesk.app.plugin.PluginException;
import dev.frontdesk.app.plugin.Workshop;
import dev.frontdesk.engine.enrich.NamedIntents;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one file of {@code config/intents} after the other and has its classifier built. */
public final class IntentFolder {
    private static final int MOST_DOUBTS = 10;
    private static final String LEARNED = "examples";

    private final ConfigFiles files;
    private final Catalog catalog;
    private final Workshop workshop;

    public IntentFolder(ConfigFiles files, Catalog catalog, Workshop workshop) {
        this.files = files;
        this.catalog = catalog;
        this.workshop = workshop;
    }

    /** Every file says what finds its intents; the rest belongs to the type. */
    private record Head(
            @Setting(value = LEARNED, doc = "What finds intents: examples, or a type that a plugin brings.")
            String type,

            @Setting(
                    value = "true",
                    doc = "Whether a contact who asks for a person is noticed first, in English and Russian.")
            boolean handOver) {}

    /** Those without mistakes; what is wrong with the others, and what is doubtful, is reported. */
    public LiveIntents load(Problems problems) {
        var live = new LiveIntents(this);
        var written = new LinkedHashMap<Path, ConfigObject>();
        files.intents().forEach(file -> files.hocon(file).ifPresent(keys -> written.put(file, keys)));
        // What asks elsewhere may name what is learned here.
        written.entrySet().stream()
                .sorted(Comparator.comparing(entry -> !isLearned(entry.getValue())))
                .forEach(entry -> intents(entry.getKey(), entry.getValue(), live.byName(), problems)
                        .ifPresent(live::add));
        return live;
    }

    private static boolean isLearned(ConfigObject keys) {
        var type = keys.get("type");
        return type == null || LEARNED.equals(type.unwrapped());
    }

    Path path() {
        return files.intentFolder();
    }

    Iterable<Path> all() {
        return files.intents();
    }

    /** {@code intents/help} for {@code config/intents/help.conf}. */
    static String name(Path file) {
        return "intents/" + String.valueOf(file.getFileName()).replaceFirst("\\.conf$", "");
    }

    /** @param others those that its settings may name */
    Optional<NamedIntents> intents(Path file, Map<String, NamedIntents> others, Problems problems) {
        return files.hocon(file).flatMap(keys -> intents(file, keys, others, problems));
    }

    private Optional<NamedIntents> intents(
            Path file, ConfigObject keys, Map<String, NamedIntents> others, Problems problems) {
        var block = new Block("", keys);
        var binder = new Binder(problems, Known.nothing().with(others), Optional.empty());
        return binder.bind(block, Head.class, keys.keySet())
                .flatMap(head -> type(head, keys, problems)
                        .flatMap(type -> binder.bind(block, type.settings(), Set.of("type", "hand-over"))
                                .flatMap(settings -> built(file, type, settings, problems)))
                        .map(built -> new NamedIntents(name(file), built, head.handOver())));
    }

    private Optional<Contribution> type(Head head, ConfigObject keys, Problems problems) {
        var type = catalog.find(Kind.CLASSIFIER, head.type());
        if (type.isEmpty()) {
            problems.error(
                    keys.getOrDefault("type", keys).origin(),
                    "'type': nothing called '" + head.type() + "' finds intents"
                            + Names.hint(head.type(), catalog.names(Kind.CLASSIFIER)));
        }
        return type;
    }

    private Optional<Classifier> built(Path file, Contribution type, Record settings, Problems problems) {
        var where = new Where(Where.shown(file), 0);
        try {
            var classifier = workshop.classifier(type, settings);
            var doubts = classifier.doubts();
            doubts.stream().limit(MOST_DOUBTS).forEach(doubt -> problems.warn(where, doubt));
            if (doubts.size() > MOST_DOUBTS) {
                problems.warn(where, "and " + (doubts.size() - MOST_DOUBTS) + " more examples to look at again");
            }
            return Optional.of(classifier);
        } catch (PluginException e) {
            problems.error(where, e.reason());
            return Optional.empty();
        }
    }
}
