package dev.frontdesk.plugin.intent;

import dev.frontdesk.api.Regex;
import dev.frontdesk.api.Setting;
import dev.frontdesk.api.Value;
import dev.frontdesk.plugin.intent.entity.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A block below {@code entities}: a kind of thing that messages name. */
public record EntitySettings(
        @Setting(doc = "What it is: number, date, email or phone; nothing with pattern, values or file.")
        Optional<Kind> type,

        @Setting(doc = "A regular expression (RE2) that it matches: its first group, or all of it.")
        Optional<Regex> pattern,

        @Setting(doc = "The names to find: a list, or a block in which each has a list of other words for it.")
        Optional<Value> values,

        @Setting(doc = "A file beside this one with more of them: a name a line, and other words for it after commas.")
        Optional<Path> file,

        @Setting(doc = "For telephone numbers: the country of those without a country code, two letters.")
        Optional<String> region) {

    /** What needs no words of its own. */
    public enum Kind {
        NUMBER,
        DATE,
        EMAIL,
        PHONE
    }

    public EntitySettings {
        long said = Stream.of(type.isPresent(), pattern.isPresent(), values.isPresent() || file.isPresent())
                .filter(one -> one)
                .count();
        if (said != 1) {
            throw new IllegalArgumentException("one of type, pattern and values (or file) says what it is");
        }
        if (type.equals(Optional.of(Kind.PHONE)) != region.isPresent()) {
            throw new IllegalArgumentException("a phone, and nothing else, needs the region of its numbers, like DE");
        }
    }

    Entity entity() {
        if (pattern.isPresent()) {
            return new Entity.Matching(pattern.get());
        }
        return type.map(this::entity).orElseGet(() -> new Entity.OneOf(names()));
    }

    private Entity entity(Kind kind) {
        return switch (kind) {
            case NUMBER -> new Entity.Number();
            case DATE -> new Entity.Date();
            case EMAIL -> new Entity.Email();
            case PHONE -> new Entity.Phone(region.orElseThrow());
        };
    }

    private Map<String, List<String>> names() {
        var names = new LinkedHashMap<String, List<String>>();
        values.ifPresent(written -> names.putAll(written(written)));
        file.ifPresent(list -> names.putAll(lines(list)));
        return names;
    }

    private static Map<String, List<String>> written(Value written) {
        var names = new LinkedHashMap<String, List<String>>();
        switch (written) {
            case Value.Items(var items) -> items.forEach(name -> names.put(name.asText(), List.of()));
            case Value.Fields(var fields) -> fields.forEach((name, words) -> names.put(name, texts(words)));
            default -> throw new IllegalArgumentException("values is a list of names, or a block of them");
        }
        return names;
    }

    private static List<String> texts(Value words) {
        return words instanceof Value.Items(var items)
                ? items.stream().map(Value::asText).toList()
                : List.of(words.asText());
    }

    private static Map<String, List<String>> lines(Path list) {
        var names = new LinkedHashMap<String, List<String>>();
        try {
            for (var line : Files.readAllLines(list)) {
                var words = Stream.of(line.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
                if (!words.isEmpty()) {
                    names.put(words.getFirst(), words.subList(1, words.size()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(list + " cannot be read: " + e.getMessage(), e);
        }
        return names;
    }
}
