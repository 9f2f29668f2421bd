package dev.frontdesk.app.plugin;

import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;

/** Which constructor builds a plugin's class. */
final class Constructors {
    private Constructors() {}

    /** The one that says {@link Inject}; where none does, the only one. */
    static Constructor<?> of(Class<?> type) {
        var all = List.of(type.getDeclaredConstructors());
        var chosen = Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> constructor.isAnnotationPresent(Inject.class))
                .toList();
        var candidates = chosen.isEmpty() ? all : chosen;
        if (candidates.size() != 1) {
            throw new PluginException(type.getName() + " has " + candidates.size()
                    + " constructors to choose from; mark one with jakarta.inject.Inject");
        }
        return candidates.getFirst();
    }
}
