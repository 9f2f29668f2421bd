package dev.frontdesk.channel.email.mime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The fields of one header block in their order. Names are found in any case. Immutable. */
public final class Headers {

    /**
     * One field.
     *
     * @param name as written
     * @param value as it came, one character per byte, folded lines with their line ends; see {@link HeaderText}
     */
    public record Field(String name, String value) {

        /** The value on one line. */
        public String unfolded() {
            return HeaderText.unfolded(value);
        }
    }

    private final List<Field> fields;
    private final Map<String, List<Field>> byName = new HashMap<>();

    /** Copies the fields. */
    public Headers(List<Field> fields) {
        this.fields = List.copyOf(fields);
        for (var field : this.fields) {
            byName.computeIfAbsent(key(field.name()), _ -> new ArrayList<>(1)).add(field);
        }
    }

    /** All of them, the topmost first. */
    public List<Field> fields() {
        return fields;
    }

    /** Whether there is such a field. */
    public boolean has(String name) {
        return byName.containsKey(key(name));
    }

    /** The topmost field of this name, on one line, undecoded. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** The fields of this name, each on one line, undecoded. */
    public List<String> all(String name) {
        return byName.getOrDefault(key(name), List.of()).stream()
                .map(Field::unfolded)
                .toList();
    }

    /** The topmost field of this name as a person reads it: encoded words and raw bytes decoded, no control characters. */
    public Optional<String> text(String name) {
        return first(name).map(HeaderText::decoded);
    }

    /** Only the names, for the values may hold anything. */
    @Override
    public String toString() {
        return fields.stream().map(Field::name).toList().toString();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
