package dev.frontdesk.app.plugin;

import dev.frontdesk.app.plugin.Contribution.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What all plugins bring. Immutable once collected. */
public final class Catalog {
    private final Map<Kind, Map<String, Contribution>> byName = new EnumMap<>(Kind.class);
    private final List<Plugin> plugins;

    private Catalog(List<Plugin> plugins) {
        this.plugins = List.copyOf(plugins);
    }

    /** Asks every plugin; throws {@link PluginException} when one fails or takes a name that is taken. */
    public static Catalog of(List<Plugin> plugins) {
        var catalog = new Catalog(plugins);
        for (var plugin : plugins) {
            var collector = new Collector(plugin.id());
            try {
                plugin.entry().contribute(collector);
            } catch (RuntimeException | LinkageError e) {
                throw new PluginException(
                        "plugin '" + plugin.id() + "' (" + plugin.from() + ") failed to say what it brings: " + e, e);
            }
            collector.all().forEach(catalog::add);
        }
        return catalog;
    }

    private void add(Contribution one) {
        var names = byName.computeIfAbsent(one.kind(), _ -> new LinkedHashMap<>());
        var taken = names.putIfAbsent(key(one), one);
        if (taken != null) {
            throw new PluginException("plugin '" + one.plugin() + "' brings the " + one + ", which plugin '"
                    + taken.plugin() + "' brings already. Remove one of the two with: frontdesk plugin remove <id>");
        }
    }

    /** Only names that stand in a configuration have to be unique between plugins. */
    private static String key(Contribution one) {
        return switch (one.kind()) {
            case CHANNEL, STEP, ACTION, STRATEGY, ROUTER, CLASSIFIER, ENRICHER -> one.name();
            case LISTENER, ENDPOINT, SERVICE -> one.plugin() + "/" + one.name();
        };
    }

    public Optional<Contribution> find(Kind kind, String name) {
        return Optional.ofNullable(byName.getOrDefault(kind, Map.of()).get(name));
    }

    public Set<String> names(Kind kind) {
        return Set.copyOf(byName.getOrDefault(kind, Map.of()).keySet());
    }

    /** In the order they were contributed. */
    public Collection<Contribution> all(Kind kind) {
        return List.copyOf(byName.getOrDefault(kind, Map.of()).values());
    }

    public List<Plugin> plugins() {
        return plugins;
    }

    /** One line per contribution, for the start. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        for (var plugin : plugins) {
            for (var kind : Kind.values()) {
                all(kind).stream()
                        .filter(one -> one.plugin().equals(plugin.id()) && kind != Kind.SERVICE)
                        .forEach(one -> lines.add("%-10s%-16s%s, %s"
                                .formatted(
                                        kind.name().toLowerCase(Locale.ROOT), one.name(), plugin.id(), plugin.from())));
            }
        }
        return List.copyOf(lines);
    }
}
