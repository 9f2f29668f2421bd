package dev.frontdesk.bench;

import dev.frontdesk.engine.Settings;
import dev.frontdesk.engine.workflow.Workflow;
import dev.frontdesk.engine.workflow.Workflows;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an engine needs that is to store and nothing more. */
public final class Bare {
    private Bare() {}

    public static Settings settings(String name) {
        return new Settings(
                name,
                ZoneOffset.UTC,
                List.of(Locale.ENGLISH),
                "support",
                Map.of(),
                Map.of(),
                List.of(),
                Settings.ClosePolicy.OFF,
                Duration.ZERO,
                false,
                5,
                Duration.ofSeconds(60),
                Duration.ofMillis(500));
    }

    public static Workflows workflows() {
        return new None();
    }

    private record None() implements Workflows {
        @Override
        public List<Workflow> current() {
            return List.of();
        }

        @Override
        public Optional<Workflow> version(long id) {
            return Optional.empty();
        }
    }
}
