package dev.frontdesk.engine.workflow.control;

import dev.frontdesk.api.Setting;
import dev.frontdesk.api.Template;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Settings of {@code wait}: one of the two. */
public record Wait(
        @Setting(shorthand = true, doc = "How long, like 5m.")
        Optional<Duration> for_,

        @Setting(doc = "Until when: a time like 2026-12-24T18:00:00+01:00, or a variable that holds one in {{ }}.")
        Optional<Template> until) {

    public Wait {
        if (for_.isPresent() == until.isPresent()) {
            throw new IllegalArgumentException("a wait needs either 'for' or 'until'");
        }
        until.map(Template::source).filter(text -> !text.contains("{{")).ifPresent(text -> {
            if (time(text).isEmpty()) {
                throw new IllegalArgumentException(
                        "'until' must be a time like 2026-12-24T18:00:00+01:00, not '" + text + "'");
            }
        });
    }

    static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
