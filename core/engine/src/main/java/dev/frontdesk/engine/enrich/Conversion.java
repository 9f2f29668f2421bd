package dev.frontdesk.engine.enrich;

import dev.frontdesk.api.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What tables and services write, as the type a field has. */
final class Conversion {
    private Conversion() {}

    static Optional<Value> to(Class<? extends Value> type, Value value) {
        if (type.isInstance(value)) {
            return Optional.of(value);
        } else if (type == Value.Text.class) {
            return Optional.of(Value.of(value.asText()));
        } else if (type == Value.Items.class) {
            return Optional.of(new Value.Items(List.of(value)));
        }
        var text = value.asText().strip();
        if (type == Value.Num.class) {
            return number(text);
        }
        return type == Value.Bool.class ? bool(text) : type == Value.Time.class ? time(text) : Optional.empty();
    }

    private static Optional<Value> number(String text) {
        try {
            return Optional.of(new Value.Num(new BigDecimal(text)));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<Value> bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> Optional.of(Value.of(true));
            case "false", "no", "0" -> Optional.of(Value.of(false));
            default -> Optional.empty();
        };
    }

    /** A date alone begins at midnight, UTC. */
    private static Optional<Value> time(String text) {
        try {
            return Optional.of(new Value.Time(
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                            : Instant.parse(text)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
