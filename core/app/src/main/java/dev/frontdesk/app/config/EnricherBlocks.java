package dev.frontdesk.app.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import dev.frontdesk.api.Setting;
import dev.frontdesk.app.config.Configuration.ConfiguredEnricher;
import dev.frontdesk.app.plugin.Catalog;
import dev.frontdesk.app.plugin.Contribution.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the block {@code enrichers}. */
final class EnricherBlocks {
    private final Catalog catalog;
    private final Problems problems;

    EnricherBlocks(Catalog catalog, Problems problems) {
        this.catalog = catalog;
        this.problems = problems;
    }

    /** Every enricher says its type; the rest belongs to the type. */
    private record Head(
            @Setting(doc = "What kind of look-up it is.") String type) {}

    List<ConfiguredEnricher> read(Map<String, ConfigValue> written, Binder binder) {
        var enrichers = new ArrayList<ConfiguredEnricher>();
        written.forEach((name, value) -> {
            if (value instanceof ConfigObject keys) {
                read(name, new Block("enrichers." + name, keys), binder).ifPresent(enrichers::add);
            }
        });
        unwritten(written.keySet(), enrichers);
        return enrichers;
    }

    private Optional<ConfiguredEnricher> read(String name, Block block, Binder binder) {
        return binder.bind(block, Head.class, block.keys().keySet()).flatMap(head -> {
            var type = catalog.find(Kind.ENRICHER, head.type());
            if (type.isEmpty()) {
                problems.error(
                        block.keys().getOrDefault("type", block.keys()).origin(),
                        "'" + block.path() + ".type': there is no enricher type '" + head.type() + "'"
                                + Names.hint(head.type(), catalog.names(Kind.ENRICHER)));
                return Optional.empty();
            }
            return binder.bind(block, type.get().settings(), Set.of("type"))
                    .map(settings -> new ConfiguredEnricher(
                            name, type.get(), settings, Where.of(block.keys().origin())));
        });
    }

    /** A type that needs no settings is there without a block, under its own name. */
    private void unwritten(Set<String> taken, List<ConfiguredEnricher> into) {
        for (var type : catalog.all(Kind.ENRICHER)) {
            if (!taken.contains(type.name())) {
                new Binder(new Problems(), Known.nothing(), Optional.empty())
                        .bind(Block.empty("enrichers." + type.name()), type.settings())
                        .map(settings -> new ConfiguredEnricher(
                                type.name(), type, settings, new Where("enrichers." + type.name(), 0)))
                        .ifPresent(into::add);
            }
        }
    }
}
