package dev.frontdesk.app.config;

import dev.frontdesk.api.Setting;
import dev.frontdesk.app.config.file.Frontdesk;
import dev.frontdesk.app.config.file.People;
import dev.frontdesk.app.plugin.BuiltIns;
import dev.frontdesk.app.plugin.Catalog;
import dev.frontdesk.app.plugin.Contribution;
import dev.frontdesk.app.plugin.Contribution.Kind;
import dev.frontdesk.app.workflow.Head;
import dev.frontdesk.engine.enrich.Enrich;
import dev.frontdesk.engine.workflow.control.Consult;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes down every key there is, from the records the keys are bound to. */
final class Reference {
    private final StringBuilder text = new StringBuilder();
    private final Catalog catalog = Catalog.of(BuiltIns.all());

    String text() {
        text.append("""
                # Every key there is, what it decides, what it takes and what it is when you leave it out.
                # This file documents; nothing reads it. Secrets and addresses are best taken from the environment: token = ${TELEGRAM_TOKEN}
                """);
        title("frontdesk.conf");
        keys(Frontdesk.class, "");
        title("people.conf");
        keys(People.class, "");
        title("workflows/<name>.conf");
        keys(Head.class, "");
        line(
                "",
                "What happens, in order: a list of blocks, each with one of the keys under \"Steps\" below, an id of your own where");
        line("", "another step leads here, and on-<branch> = <id> for a way out of its own.");
        text.append("steps = [ { … } ]\n");
        contributions("Channels: the keys of a block below channels, besides type and enabled", Kind.CHANNEL);
        title("intents/<name>.conf");
        line("", "What finds the intents: examples, or a type that a plugin brings; its keys are below.");
        text.append("type = examples\n");
        line("", "Whether a contact who asks for a person is noticed first, in English and Russian.");
        text.append("hand-over = true\n");
        contributions("Intents: the other keys of such a file, by its type", Kind.CLASSIFIER);
        contributions("Actions: the keys of a block below actions", Kind.ACTION);
        contributions(
                "Steps: the keys of a step; the one marked * may be written right behind the step's name", Kind.STEP);
        block("enrich", Enrich.class, "");
        block("router", Consult.class, "");
        contributions("Enrichers: the keys of a block below enrichers, besides type", Kind.ENRICHER);
        return text.toString();
    }

    private void title(String title) {
        text.append("\n").append("#".repeat(3)).append(" ").append(title).append("\n");
    }

    private void line(String indent, String doc) {
        text.append(indent).append("# ").append(doc).append("\n");
    }

    private void contributions(String title, Kind kind) {
        title(title);
        catalog.all(kind).stream()
                .sorted(Comparator.comparing(Contribution::name))
                .filter(one -> one.settings().getRecordComponents().length > 0)
                .forEach(one -> block(one.name(), one.settings(), ""));
    }

    private void block(String name, Class<? extends Record> settings, String indent) {
        text.append(indent).append(name).append(" {\n");
        keys(settings, indent + "  ");
        text.append(indent).append("}\n");
    }

    private void keys(Class<? extends Record> type, String indent) {
        Binder.components(type).forEach((key, component) -> key(key, component, indent));
    }

    private void key(String key, RecordComponent component, String indent) {
        var setting = component.getAnnotation(Setting.class);
        line(indent, setting.doc() + (setting.shorthand() ? " *" : ""));
        var type = component.getGenericType();
        var inner = record(type);
        if (inner == null) {
            text.append(indent)
                    .append(key)
                    .append(" = ")
                    .append(value(setting, type))
                    .append("\n");
        } else if (component.getType() == Map.class) {
            text.append(indent).append(key).append(" {\n");
            block("<name>", inner, indent + "  ");
            text.append(indent).append("}\n");
        } else if (type instanceof ParameterizedType && component.getType() != java.util.Optional.class) {
            text.append(indent).append(key).append(" = [\n");
            block("", inner, indent + "  ");
            text.append(indent).append("]\n");
        } else {
            block(key, inner, indent);
        }
    }

    private static String value(Setting setting, Type type) {
        var words = words(type);
        boolean optional = type instanceof ParameterizedType;
        if (!setting.value().isEmpty()) {
            return setting.value() + "   # " + words;
        }
        return "…   # " + words + (optional ? "" : ", required");
    }

    private static @org.jspecify.annotations.Nullable Class<? extends Record> record(Type type) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            return record(arguments[arguments.length - 1]);
        }
        var plain = (Class<?>) type;
        return plain.isRecord() && Scalars.of(plain).isEmpty() && plain != Block.class
                ? plain.asSubclass(Record.class)
                : null;
    }

    private static String words(Type type) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            var of = words(arguments[arguments.length - 1]);
            return switch (((Class<?>) generic.getRawType()).getSimpleName()) {
                case "Optional" -> of;
                case "Map" -> "names, each with: " + of;
                default -> "a list, each: " + of;
            };
        }
        var plain = (Class<?>) type;
        if (plain.isEnum()) {
            return Arrays.stream(plain.getEnumConstants())
                    .map(constant -> Names.key((Enum<?>) constant))
                    .collect(Collectors.joining(" | "));
        }
        return switch (plain.getSimpleName()) {
            case "String" -> "text";
            case "boolean", "Boolean" -> "true or false";
            case "int", "Integer", "long", "Long" -> "whole number";
            case "double", "Double", "BigDecimal" -> "number";
            case "Duration" -> "time like 30s, 5m, 2h";
            case "Size" -> "size like 500kB, 50MB";
            case "URI" -> "address";
            case "Locale" -> "language tag";
            case "ZoneId" -> "time zone";
            case "Secret" -> "secret";
            case "Regex" -> "regular expression (RE2)";
            case "Condition" -> "condition";
            case "Template" -> "text with {{places}}";
            case "Value" -> "any value";
            case "TeamId" -> "a team";
            case "AgentId" -> "an agent";
            case "Block" -> "a block";
            case "Path" -> "a file, beside this one";
            case "Intents" -> "intents/<name>";
            default -> throw new IllegalStateException("no words for " + plain);
        };
    }
}
