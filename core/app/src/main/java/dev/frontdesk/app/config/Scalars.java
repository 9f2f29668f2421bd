package dev.frontdesk.app.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.frontdesk.api.AgentId;
import dev.frontdesk.api.TeamId;
import dev.frontdesk.app.config.file.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One word in a file and the value it stands for. */
final class Scalars {
    /** A word that does not fit; the message completes "'key' …". */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfit(String message) {
            super(message);
        }
    }

    private static final Map<Class<?>, Function<String, Object>> TYPES = Map.ofEntries(
            Map.entry(String.class, text -> text),
            Map.entry(boolean.class, Scalars::bool),
            Map.entry(Boolean.class, Scalars::bool),
            Map.entry(int.class, text -> number(text, "a whole number", Integer::valueOf)),
            Map.entry(Integer.class, text -> number(text, "a whole number", Integer::valueOf)),
            Map.entry(long.class, text -> number(text, "a whole number", Long::valueOf)),
            Map.entry(Long.class, text -> number(text, "a whole number", Long::valueOf)),
            Map.entry(double.class, text -> number(text, "a number", Double::valueOf)),
            Map.entry(Double.class, text -> number(text, "a number", Double::valueOf)),
            Map.entry(BigDecimal.class, text -> number(text, "a number", BigDecimal::new)),
            Map.entry(Duration.class, Scalars::duration),
            Map.entry(Size.class, Scalars::size),
            Map.entry(URI.class, Scalars::uri),
            Map.entry(Locale.class, Scalars::language),
            Map.entry(ZoneId.class, Scalars::zone),
            Map.entry(TeamId.class, TeamId::new),
            Map.entry(AgentId.class, AgentId::new));

    private Scalars() {}

    static Optional<Function<String, Object>> of(Class<?> type) {
        return type.isEnum() ? Optional.of(text -> constant(text, type)) : Optional.ofNullable(TYPES.get(type));
    }

    /** The text of a scalar as it was written. */
    static String text(ConfigValue value) {
        return switch (value.valueType()) {
            case STRING, BOOLEAN, NUMBER -> value.atKey("v").getString("v");
            case OBJECT, LIST, NULL -> throw new Unfit("must be a single value, not " + kind(value.valueType()));
        };
    }

    static String kind(ConfigValueType type) {
        return switch (type) {
            case OBJECT -> "a block";
            case LIST -> "a list";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            case STRING -> "a text";
        };
    }

    private static Object bool(String text) {
        return switch (text) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new Unfit("must be true or false, not '" + text + "'");
        };
    }

    private static Object number(String text, String what, Function<String, Object> parse) {
        try {
            return parse.apply(text);
        } catch (NumberFormatException e) {
            throw new Unfit("must be " + what + ", not '" + text + "'");
        }
    }

    private static Object duration(String text) {
        var shape = "must be a time with its unit, like 30s, 5m or 2h, not '" + text + "'";
        if (text.equals("0")) {
            return Duration.ZERO;
        } else if (text.chars().allMatch(Character::isDigit)) {
            throw new Unfit(shape);
        }
        try {
            return com.typesafe.config.ConfigFactory.parseMap(Map.of("v", text)).getDuration("v");
        } catch (ConfigException e) {
            throw new Unfit(shape);
        }
    }

    private static Object size(String text) {
        var shape = "must be a size with its unit, like 500kB, 50MB or 1GB, not '" + text + "'";
        if (text.chars().allMatch(Character::isDigit)) {
            throw new Unfit(shape);
        }
        try {
            return new Size(com.typesafe.config.ConfigFactory.parseMap(Map.of("v", text))
                    .getBytes("v"));
        } catch (ConfigException e) {
            throw new Unfit(shape);
        }
    }

    private static Object uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new Unfit("must be an address like https://example.org, not '" + text + "'");
        }
    }

    private static Object language(String text) {
        var language = Locale.forLanguageTag(text);
        if (language.getLanguage().isEmpty()) {
            throw new Unfit("must be a language tag like en or pt-BR, not '" + text + "'");
        }
        return language;
    }

    private static Object zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new Unfit("must be a time zone like Europe/Berlin, not '" + text + "'"
                    + Names.hint(text, ZoneId.getAvailableZoneIds()).replaceFirst("^; known:.*", ""));
        }
    }

    private static Object constant(String text, Class<?> type) {
        var constants =
                Arrays.stream(type.getEnumConstants()).map(Enum.class::cast).toList();
        return constants.stream()
                .filter(constant -> Names.key(constant).equals(text))
                .findFirst()
                .map(Object.class::cast)
                .orElseThrow(() -> new Unfit("cannot be '" + text + "'"
                        + Names.hint(
                                text,
                                constants.stream()
                                        .map(constant -> Names.key(constant))
                                        .toList())));
    }
}
