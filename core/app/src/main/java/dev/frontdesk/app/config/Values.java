package dev.frontdesk.app.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import dev.frontdesk.api.AgentId;
import dev.frontdesk.api.Condition;
import dev.frontdesk.api.Regex;
import dev.frontdesk.api.Secret;
import dev.frontdesk.api.TeamId;
import dev.frontdesk.api.Template;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Intents;
import dev.frontdesk.engine.expression.ExpressionException;
import dev.frontdesk.engine.expression.Expressions;
import dev.frontdesk.engine.expression.Scope;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one value as the type a settings record wants. An empty answer means that the problem is reported. */
final class Values {
    private final Binder binder;
    private final Problems problems;
    private final Known known;
    private final Optional<Scope> scope;

    Values(Binder binder, Problems problems, Known known, Optional<Scope> scope) {
        this.binder = binder;
        this.problems = problems;
        this.known = known;
        this.scope = scope;
    }

    Optional<Object> read(RecordComponent component, String path, ConfigValue value) {
        return read(component.getGenericType(), path, value)
                .filter(read -> read(component.getName(), read, path, value));
    }

    /** Authors who write a plain text and call it {@code team} or {@code category} get the check, too. */
    private boolean read(String component, Object read, String path, ConfigValue value) {
        return switch (read) {
            case Optional<?> some -> some.isEmpty() || read(component, some.get(), path, value);
            case String name when component.equals("team") -> exists("team", name, known.teams(), path, value);
            case String name
            when component.equals("category") -> exists("category", name, known.categories(), path, value);
            default -> true;
        };
    }

    private Optional<Object> read(Type type, String path, ConfigValue value) {
        if (type instanceof ParameterizedType generic) {
            var raw = (Class<?>) generic.getRawType();
            var arguments = generic.getActualTypeArguments();
            if (raw == Optional.class) {
                return read(arguments[0], path, value).map(Optional::of);
            } else if (raw == List.class) {
                return items(arguments[0], path, value).map(Collections::unmodifiableList);
            } else if (raw == Set.class) {
                return items(arguments[0], path, value).map(LinkedHashSet::new).map(Collections::unmodifiableSet);
            } else if (raw == Map.class && arguments[0] == String.class) {
                return entries(arguments[1], path, value);
            }
        } else if (type instanceof Class<?> plain) {
            return single(plain, path, value);
        }
        throw new IllegalStateException("'" + path + "' has a type that settings cannot have: " + type);
    }

    private Optional<Object> single(Class<?> type, String path, ConfigValue value) {
        var scalar = Scalars.of(type);
        if (type == Block.class) {
            return binder.block(path, value).map(Object.class::cast);
        } else if (scalar.isEmpty() && type.isRecord()) {
            return binder.block(path, value)
                    .flatMap(block -> binder.bind(block, type.asSubclass(Record.class)))
                    .map(Object.class::cast);
        }
        try {
            if (type == Path.class) {
                return Optional.of(file(Scalars.text(value), value));
            }
            return type == Value.class
                    ? Optional.of(value(value))
                    : Optional.of(word(
                                    type, Scalars.text(value), scalar.map(parse -> parse.apply(Scalars.text(value)))))
                            .filter(read -> exists(read, path, value));
        } catch (Scalars.Unfit unfit) {
            problems.error(value.origin(), "'" + path + "' " + unfit.getMessage());
        } catch (ExpressionException e) {
            problems.error(value.origin(), "'" + path + "': " + e.getMessage());
        }
        return Optional.empty();
    }

    private Object word(Class<?> type, String text, Optional<Object> scalar) {
        if (scalar.isPresent()) {
            return scalar.get();
        } else if (type == Secret.class) {
            if (text.isBlank()) {
                throw new Scalars.Unfit("must not be empty");
            }
            return new Hidden(text);
        } else if (type == Regex.class) {
            return Expressions.regex(text);
        } else if (type == Condition.class) {
            return Expressions.condition(text, scope.orElseGet(Scope::empty));
        } else if (type == Template.class) {
            return Expressions.template(text);
        } else if (type == Intents.class) {
            return intents(text);
        }
        throw new IllegalStateException("settings cannot have the type " + type.getName());
    }

    private Intents intents(String name) {
        var found = known.intents().get(name);
        if (found == null) {
            throw new Scalars.Unfit(
                    "names '" + name + "', but there is no file " + name + ".conf in the configuration folder"
                            + Names.hint(name, known.intents().keySet()));
        }
        return found;
    }

    /** Beside the file that names it. */
    private static Path file(String text, ConfigValue value) {
        var here = value.origin().filename();
        if (here == null) {
            throw new Scalars.Unfit("names a file, which can only be done in a file of the configuration folder");
        }
        try {
            var path = Path.of(here).resolveSibling(text).normalize();
            if (Files.isReadable(path)) {
                return path;
            }
            throw new Scalars.Unfit("names the file " + path + ", which is not there or may not be read");
        } catch (InvalidPathException e) {
            throw new Scalars.Unfit("must name a file, not '" + text + "'");
        }
    }

    private boolean exists(Object read, String path, ConfigValue value) {
        switch (read) {
            case TeamId(var team) -> {
                return exists("team", team, known.teams(), path, value);
            }
            case AgentId(var agent) -> {
                return exists("agent", agent, known.agents(), path, value);
            }
            case Condition condition -> warnOfControlCharacters(condition, path, value);
            case Template template -> scope.ifPresent(names -> warnOfUnknown(template, names, path, value));
            default -> {}
        }
        return true;
    }

    private boolean exists(String what, String name, Optional<Set<String>> all, String path, ConfigValue value) {
        if (all.isEmpty() || all.get().contains(name)) {
            return true;
        }
        problems.error(
                value.origin(),
                "'" + path + "': there is no " + what + " '" + name + "'" + Names.hint(name, all.get()));
        return false;
    }

    private void warnOfControlCharacters(Condition condition, String path, ConfigValue value) {
        Expressions.controlCharacter(condition.source())
                .ifPresent(found -> problems.warn(
                        value.origin(),
                        "'" + path + "': " + found + " in a string is a control character; for a regular expression"
                                + " write r'…', in which a backslash is a backslash"));
    }

    private void warnOfUnknown(Template template, Scope names, String path, ConfigValue value) {
        for (var name : template.names()) {
            boolean there = names.names().containsKey(name)
                    || names.names().keySet().stream().anyMatch(longer -> name.startsWith(longer + "."));
            if (!there && !name.equals(".")) {
                problems.warn(
                        value.origin(),
                        "'" + path + "': {{" + name + "}} is not known here and stays empty"
                                + Names.hint(name, names.names().keySet()));
            }
        }
    }

    private Optional<List<Object>> items(Type type, String path, ConfigValue value) {
        var written = asList(value);
        if (written.isEmpty()) {
            problems.error(
                    value.origin(), "'" + path + "' must be a list [ … ], not " + Scalars.kind(value.valueType()));
            return Optional.empty();
        }
        var items = new ArrayList<Object>();
        int place = 0;
        for (var item : written.get()) {
            read(type, path + "[" + place++ + "]", item).ifPresent(items::add);
        }
        return items.size() == place ? Optional.of(items) : Optional.empty();
    }

    /** A properties file has no lists: there the keys 0, 1, 2 … stand for one. */
    private static Optional<Collection<ConfigValue>> asList(ConfigValue value) {
        if (value instanceof ConfigList list) {
            return Optional.of(list);
        } else if (value instanceof ConfigObject numbered
                && !numbered.isEmpty()
                && numbered.keySet().stream().allMatch(key -> key.chars().allMatch(Character::isDigit))) {
            return Optional.of(numbered.entrySet().stream()
                    .sorted(Comparator.comparing(entry -> new java.math.BigInteger(entry.getKey())))
                    .map(Map.Entry::getValue)
                    .toList());
        }
        return Optional.empty();
    }

    private Optional<Object> entries(Type type, String path, ConfigValue value) {
        return binder.block(path, value).flatMap(block -> {
            var written = type == String.class ? dotted("", block.keys()) : inOrder(block.keys());
            var entries = new LinkedHashMap<String, Object>();
            written.forEach(entry -> read(type, Names.join(path, entry.getKey()), entry.getValue())
                    .ifPresent(item -> entries.put(entry.getKey(), item)));
            return entries.size() == written.size()
                    ? Optional.of(Collections.unmodifiableMap(entries))
                    : Optional.empty();
        });
    }

    /** Where texts have names, {@code contact.city = town} is a name with a dot in it, although it reads as a block. */
    private static List<Map.Entry<String, ConfigValue>> dotted(String path, ConfigObject keys) {
        var all = new ArrayList<Map.Entry<String, ConfigValue>>();
        for (var entry : inOrder(keys)) {
            var name = Names.join(path, entry.getKey());
            if (entry.getValue() instanceof ConfigObject inner) {
                all.addAll(dotted(name, inner));
            } else {
                all.add(Map.entry(name, entry.getValue()));
            }
        }
        return all;
    }

    /** As written: a parsed block does not keep the order of its keys, but their lines do. */
    static List<Map.Entry<String, ConfigValue>> inOrder(ConfigObject keys) {
        return keys.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, ConfigValue>>comparingInt(
                                entry -> entry.getValue().origin().lineNumber())
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }

    private static Value value(ConfigValue written) {
        return switch (written) {
            case ConfigObject fields ->
                new Value.Fields(inOrder(fields).stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> value(entry.getValue()), (a, _) -> a, LinkedHashMap::new)));
            case ConfigList items ->
                new Value.Items(items.stream().map(Values::value).toList());
            default ->
                switch (written.unwrapped()) {
                    case Boolean bool -> Value.of(bool);
                    case Number _ -> new Value.Num(new java.math.BigDecimal(Scalars.text(written)));
                    case null -> Value.NIL;
                    case Object text -> Value.of(text.toString());
                };
        };
    }

    static ConfigValue standard(RecordComponent component, String written) {
        var type = component.getType();
        boolean oneWord = Scalars.of(type).isPresent()
                || Set.of(Secret.class, Regex.class, Condition.class, Template.class)
                        .contains(type);
        return oneWord
                ? ConfigValueFactory.fromAnyRef(written, "default")
                : ConfigFactory.parseString("v = " + written)
                        .getValue("v")
                        .withOrigin(ConfigValueFactory.fromAnyRef("", "default").origin());
    }

    static boolean mayBeAbsent(Class<?> type) {
        return type == Optional.class || type == List.class || type == Set.class || type == Map.class;
    }

    static Object nothing(Class<?> type) {
        if (type == Optional.class) {
            return Optional.empty();
        } else if (type == Map.class) {
            return Map.of();
        }
        return type == List.class ? List.of() : Set.of();
    }

    /** For the table of settings; empty for what has rows of its own there. */
    static Optional<String> shown(Object value) {
        return switch (value) {
            case Optional<?> some -> some.flatMap(Values::shown);
            case Collection<?> items ->
                items.stream().allMatch(item -> shown(item).isPresent())
                        ? Optional.of("["
                                + items.stream()
                                        .map(item -> shown(item).orElseThrow())
                                        .collect(Collectors.joining(", "))
                                + "]")
                        : Optional.empty();
            case Map<?, ?> entries ->
                entries.values().stream().allMatch(item -> shown(item).isPresent())
                        ? Optional.of(entries.entrySet().stream()
                                .map(entry -> entry.getKey() + " = "
                                        + shown(entry.getValue()).orElseThrow())
                                .collect(Collectors.joining(", ", "{", "}")))
                        : Optional.empty();
            case TeamId(var team) -> Optional.of(team);
            case AgentId(var agent) -> Optional.of(agent);
            case Condition condition -> Optional.of(condition.source());
            case Template template -> Optional.of(template.source());
            case Regex regex -> Optional.of(regex.source());
            case java.util.Locale language -> Optional.of(language.toLanguageTag());
            case java.time.Duration time -> Optional.of(time(time));
            case Enum<?> constant -> Optional.of(Names.key(constant));
            case Value some -> Optional.of(some.asText());
            case Record _ -> Optional.empty();
            default -> Optional.of(value.toString());
        };
    }

    private static String time(java.time.Duration time) {
        long millis = time.toMillis();
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        if (seconds % 3600 == 0 && seconds > 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
