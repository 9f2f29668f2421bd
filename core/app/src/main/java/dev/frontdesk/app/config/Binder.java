package dev.frontdesk.app.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.frontdesk.api.Setting;
import dev.frontdesk.engine.expression.Scope;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Binds a block of a file to a record, see {@link Setting}. Whatever does not fit goes to {@link Problems}; binding goes on so that
 * all of it is found. Used by one thread.
 */
public final class Binder {
    private final Problems problems;
    private final Values values;
    private final List<Effective> effective = new ArrayList<>();

    public Binder(Problems problems, Known known, Optional<Scope> scope) {
        this.problems = problems;
        this.values = new Values(this, problems, known, scope);
    }

    /** The record, or empty when there is a problem, which is then reported. */
    public <S extends Record> Optional<S> bind(Block block, Class<S> type) {
        return bind(block, type, Set.of());
    }

    /** As above; keys to ignore are somebody else's. */
    public <S extends Record> Optional<S> bind(Block block, Class<S> type, Set<String> ignore) {
        var components = components(type);
        refuseUnknown(block, components, ignore);
        var arguments = new ArrayList<Object>();
        for (var entry : components.entrySet()) {
            component(block, entry.getKey(), entry.getValue()).ifPresent(arguments::add);
        }
        return arguments.size() == components.size() ? made(type, arguments, block) : Optional.empty();
    }

    /** The components of a settings record by the key they have in a file. */
    public static Map<String, RecordComponent> components(Class<? extends Record> type) {
        var components = new LinkedHashMap<String, RecordComponent>();
        for (var component : type.getRecordComponents()) {
            components.put(Names.key(component.getName()), component);
        }
        return components;
    }

    /** What was bound so far, in the order of the records. */
    public List<Effective> effective() {
        return List.copyOf(effective);
    }

    private void refuseUnknown(Block block, Map<String, RecordComponent> components, Set<String> ignore) {
        block.keys().forEach((key, value) -> {
            if (!components.containsKey(key) && !ignore.contains(key)) {
                problems.error(
                        value.origin(),
                        "unknown setting '" + Names.join(block.path(), key) + "'"
                                + Names.hint(key, components.keySet()));
            }
        });
    }

    private Optional<Object> component(Block block, String key, RecordComponent component) {
        var setting = Optional.ofNullable(component.getAnnotation(Setting.class));
        var path = Names.join(block.path(), key);
        var written =
                Optional.ofNullable(block.keys().get(key)).filter(value -> value.valueType() != ConfigValueType.NULL);
        if (written.isPresent()) {
            return kept(path, written.get(), values.read(component, path, written.get()));
        }
        var standard = setting.map(Setting::value).orElse("");
        if (!standard.isEmpty()) {
            var value = Values.standard(component, standard);
            return kept(path, value, values.read(component, path, value));
        }
        return absent(block, path, component);
    }

    private Optional<Object> absent(Block block, String path, RecordComponent component) {
        var type = component.getType();
        if (Values.mayBeAbsent(type)) {
            effective.add(new Effective(path, "", "default"));
            return Optional.of(Values.nothing(type));
        } else if (type.isRecord() && !Scalars.of(type).isPresent() && type != Block.class) {
            var nothing = Block.empty(path).keys().withOrigin(block.keys().origin());
            return bind(new Block(path, nothing), type.asSubclass(Record.class)).map(Object.class::cast);
        }
        problems.error(block.keys().origin(), "missing setting '" + path + "'");
        return Optional.empty();
    }

    private Optional<Object> kept(String path, ConfigValue written, Optional<Object> value) {
        value.flatMap(Values::shown)
                .ifPresent(shown -> effective.add(new Effective(path, shown, from(written.origin()))));
        return value;
    }

    private static String from(ConfigOrigin origin) {
        return Where.of(origin).toString();
    }

    private <S extends Record> Optional<S> made(Class<S> type, List<Object> arguments, Block block) {
        try {
            return Optional.of(constructor(type).newInstance(arguments.toArray()));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                var path = block.path().isEmpty() ? "" : "'" + block.path() + "': ";
                problems.error(block.keys().origin(), path + refused.getMessage());
                return Optional.empty();
            }
            throw new IllegalStateException("settings record " + type.getName() + " cannot be made", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("settings record " + type.getName() + " cannot be made", e);
        }
    }

    private static <S extends Record> Constructor<S> constructor(Class<S> type) throws NoSuchMethodException {
        var types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor;
    }

    /** The block at a path, or empty and a problem when it is something else. */
    Optional<Block> block(String path, ConfigValue value) {
        if (value instanceof ConfigObject keys) {
            return Optional.of(new Block(path, keys));
        }
        problems.error(value.origin(), "'" + path + "' must be a block { … }, not " + Scalars.kind(value.valueType()));
        return Optional.empty();
    }
}
