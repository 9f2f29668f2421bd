package dev.frontdesk.engine.watch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Step types that were switched off because a step of theirs hung. Safe for use by many threads; forgotten at the next start.
 */
public final class StepTypes {
    private final Map<String, String> disabled = new ConcurrentHashMap<>();

    public void disable(String type, String why) {
        disabled.put(type, why);
    }

    public boolean disabled(String type) {
        return !disabled.isEmpty() && disabled.containsKey(type);
    }

    /** Type → why. */
    public Map<String, String> all() {
        return Map.copyOf(disabled);
    }
}
