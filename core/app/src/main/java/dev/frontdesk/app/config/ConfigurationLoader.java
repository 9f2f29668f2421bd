package dev.frontdesk.app.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import dev.frontdesk.api.ChannelId;
import dev.frontdesk.api.Value;
import dev.frontdesk.app.config.Configuration.ConfiguredChannel;
import dev.frontdesk.app.config.file.FieldType;
import dev.frontdesk.app.config.file.Frontdesk;
import dev.frontdesk.app.config.file.People;
import dev.frontdesk.app.plugin.Catalog;
import dev.frontdesk.app.plugin.Contribution;
import dev.frontdesk.app.plugin.Contribution.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code frontdesk.conf} and {@code people.conf} and checks one against the other and both against the plugins. */
public final class ConfigurationLoader {
    private static final String NAME = "[a-z0-9][a-z0-9._-]*";

    private final ConfigFiles files;
    private final Catalog catalog;
    private final Problems problems;

    public ConfigurationLoader(ConfigFiles files, Catalog catalog, Problems problems) {
        this.files = files;
        this.catalog = catalog;
        this.problems = problems;
    }

    /**
     * @param configuration empty when something is wrong; {@link Problems} then says what
     * @param known as far as it could be read, so that workflows can be checked all the same
     * @param fields likewise
     */
    public record Result(
            Optional<Configuration> configuration, Known known, Map<String, Class<? extends Value>> fields) {}

    public Result load() {
        long before = problems.errors();
        var keys = files.read("frontdesk");
        if (keys.isEmpty()) {
            if (problems.errors() == before) {
                problems.error(new Where("frontdesk.conf", 0), "there is no such file in the configuration folder");
            }
            return new Result(Optional.empty(), Known.nothing(), Map.of());
        }
        var people = files.read("people").orElseGet(() -> Block.empty("").keys());
        var known = known(keys.get(), people);
        var configuration = load(keys.get(), people, new Binder(problems, known, Optional.empty()));
        return new Result(configuration.filter(_ -> problems.errors() == before), known, fields(keys.get()));
    }

    private Optional<Configuration> load(ConfigObject keys, ConfigObject people, Binder binder) {
        var frontdesk = binder.bind(new Block("", keys), Frontdesk.class);
        var channels = channels(keys, binder);
        var singles = singles(keys, binder);
        var enrichers = new EnricherBlocks(catalog, problems).read(blocks(keys, "enrichers"), binder);
        checkNames(keys, "enrichers");
        checkNames(keys, "teams");
        checkNames(keys, "fields");
        checkNames(people, "agents");
        checkStrategies(keys);
        var persons = binder.bind(new Block("", people), People.class);
        return frontdesk.flatMap(file -> persons.map(found -> new Configuration(
                file, found, EngineSettings.of(file, found), channels, singles, enrichers, binder.effective())));
    }

    /** By their keys, before anything is bound, so that whatever names one can be checked. */
    private static Known known(ConfigObject frontdesk, ConfigObject people) {
        var categories = new HashSet<String>();
        if (frontdesk.get("close") instanceof ConfigObject close && close.get("categories") instanceof ConfigList all) {
            all.forEach(category -> categories.add(String.valueOf(category.unwrapped())));
        }
        return Known.of(
                blocks(frontdesk, "teams").keySet(), blocks(people, "agents").keySet(), categories);
    }

    private static Map<String, Class<? extends Value>> fields(ConfigObject keys) {
        var fields = new LinkedHashMap<String, Class<? extends Value>>();
        blocks(keys, "fields")
                .forEach((name, type) -> Arrays.stream(FieldType.values())
                        .filter(known -> Names.key(known).equals(type.unwrapped()))
                        .forEach(known -> fields.put(name, known.type())));
        return fields;
    }

    private static Map<String, ConfigValue> blocks(ConfigObject keys, String name) {
        var found = new LinkedHashMap<String, ConfigValue>();
        if (keys.get(name) instanceof ConfigObject block) {
            Values.inOrder(block).forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        }
        return found;
    }

    private List<ConfiguredChannel> channels(ConfigObject keys, Binder binder) {
        var channels = new ArrayList<ConfiguredChannel>();
        checkNames(keys, "channels");
        blocks(keys, "channels").forEach((id, value) -> {
            if (value instanceof ConfigObject block) {
                channel(new Block("channels." + id, block), id, binder).ifPresent(channels::add);
            }
        });
        return channels;
    }

    /** Every channel says its type and whether it is on; the rest belongs to the type. */
    private record Head(
            @dev.frontdesk.api.Setting(doc = "What kind of channel it is.")
            String type,

            @dev.frontdesk.api.Setting(value = "true", doc = "Whether it runs.")
            boolean enabled) {}

    private Optional<ConfiguredChannel> channel(Block block, String id, Binder binder) {
        var head = binder.bind(block, Head.class, block.keys().keySet());
        if (head.isEmpty()) {
            return Optional.empty();
        }
        var type = catalog.find(Kind.CHANNEL, head.get().type());
        if (type.isEmpty()) {
            var written = block.keys().getOrDefault("type", block.keys());
            problems.error(
                    written.origin(),
                    "'" + block.path() + ".type': there is no channel type '"
                            + head.get().type() + "'" + Names.hint(head.get().type(), catalog.names(Kind.CHANNEL)));
            return Optional.empty();
        } else if (!head.get().enabled()) {
            return Optional.empty();
        }
        return binder.bind(block, type.get().settings(), Set.of("type", "enabled"))
                .map(settings -> new ConfiguredChannel(new ChannelId(id), type.get(), settings));
    }

    private Map<Contribution, Record> singles(ConfigObject keys, Binder binder) {
        var written = blocks(keys, "actions");
        var singles = new LinkedHashMap<Contribution, Record>();
        written.forEach((name, value) -> {
            if (catalog.find(Kind.ACTION, name).isEmpty()) {
                problems.error(
                        value.origin(),
                        "there is no action '" + name + "'" + Names.hint(name, catalog.names(Kind.ACTION)));
            }
        });
        for (var action : catalog.all(Kind.ACTION)) {
            if (!written.containsKey(action.name()) || written.get(action.name()) instanceof ConfigObject) {
                var block = written.get(action.name()) instanceof ConfigObject some
                        ? new Block("actions." + action.name(), some)
                        : Block.empty("actions." + action.name());
                binder.bind(block, action.settings()).ifPresent(settings -> singles.put(action, settings));
            }
        }
        for (var kind : List.of(Kind.STRATEGY, Kind.ROUTER)) {
            for (var one : catalog.all(kind)) {
                binder.bind(Block.empty(one.toString()), one.settings())
                        .ifPresent(settings -> singles.put(one, settings));
            }
        }
        return singles;
    }

    private void checkNames(ConfigObject keys, String block) {
        blocks(keys, block).forEach((name, value) -> {
            if (!name.matches(NAME)) {
                problems.error(
                        value.origin(),
                        "'" + block + "." + name
                                + "': a name here has lower-case letters, digits, dots, dashes and underscores only");
            }
        });
    }

    private void checkStrategies(ConfigObject keys) {
        blocks(keys, "teams").forEach((team, value) -> {
            if (value instanceof ConfigObject block && block.get("strategy") instanceof ConfigValue strategy) {
                var name = String.valueOf(strategy.unwrapped());
                if (catalog.find(Kind.STRATEGY, name).isEmpty()) {
                    problems.error(
                            strategy.origin(),
                            "'teams." + team + ".strategy': there is no strategy '" + name + "'"
                                    + Names.hint(name, new HashSet<>(catalog.names(Kind.STRATEGY))));
                }
            }
        });
    }
}
