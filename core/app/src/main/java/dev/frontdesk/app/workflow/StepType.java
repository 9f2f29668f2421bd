package dev.frontdesk.app.workflow;

import dev.frontdesk.api.Setting;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.app.config.Binder;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A kind of step, with the record of its settings. */
public record StepType<S extends Record>(String name, Class<S> settings, Step<S> step) {

    /** The caller knows that step and settings belong together: they were contributed together. */
    @SuppressWarnings("unchecked")
    public static StepType<?> of(String name, Class<? extends Record> settings, Step<?> step) {
        return new StepType<>(name, (Class<Record>) settings, (Step<Record>) step);
    }

    Set<String> keys() {
        return components().keySet();
    }

    Map<String, RecordComponent> components() {
        return Binder.components(settings);
    }

    /** The key that a value written directly behind the type stands for. */
    Optional<String> shorthand() {
        return components().entrySet().stream()
                .filter(entry -> Optional.ofNullable(entry.getValue().getAnnotation(Setting.class))
                        .map(Setting::shorthand)
                        .orElse(false))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
