package dev.frontdesk.plugin.ai.redact;

import dev.frontdesk.api.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The placeholders of one exchange and what they stand for. Belongs to one thread. */
public final class Redaction {

    /** A part of a text; one that is hidden is not looked at again. */
    private record Piece(String text, boolean hidden) {}

    private final List<Finder> finders;
    private final Map<String, String> placeholders = new HashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Redaction(List<Finder> finders) {
        this.finders = List.copyOf(finders);
    }

    /** How many different values were hidden. */
    public int count() {
        return (int) values.keySet().stream()
                .filter(placeholder -> !placeholder.startsWith("[literal-"))
                .count();
    }

    /** The text without personal data. */
    public String hide(String text) {
        var pieces = List.of(new Piece(text, false));
        for (var finder : finders) {
            var finer = new ArrayList<Piece>();
            pieces.forEach(piece -> split(piece, finder, finer));
            pieces = finer;
        }
        var hidden = new StringBuilder(text.length());
        pieces.forEach(piece -> hidden.append(piece.text()));
        return hidden.toString();
    }

    private void split(Piece piece, Finder finder, List<Piece> to) {
        if (piece.hidden()) {
            to.add(piece);
            return;
        }
        var text = piece.text();
        int done = 0;
        for (var found = finder.next(text, 0); found.isPresent(); found = finder.next(text, done)) {
            to.add(new Piece(text.substring(done, found.get().start()), false));
            to.add(new Piece(
                    placeholder(
                            found.get().kind(),
                            text.substring(found.get().start(), found.get().end())),
                    true));
            done = found.get().end();
        }
        to.add(new Piece(text.substring(done), false));
    }

    private String placeholder(String kind, String value) {
        return placeholders.computeIfAbsent(kind + ":" + value, _ -> {
            var made = "[" + kind + "-" + numbers.merge(kind, 1, Integer::sum) + "]";
            values.put(made, value);
            return made;
        });
    }

    /** The same in every text of a value. A number that had to be hidden comes out as a text. */
    public Value hide(Value value) {
        return switch (value) {
            case Value.Text(var text) -> Value.of(hide(text));
            case Value.Num number -> {
                var hidden = hide(number.asText());
                yield hidden.equals(number.asText()) ? number : Value.of(hidden);
            }
            case Value.Items(var items) ->
                new Value.Items(items.stream().map(this::hide).toList());
            case Value.Fields(var fields) -> {
                var hidden = Value.EMPTY;
                for (var field : fields.entrySet()) {
                    hidden = hidden.with(field.getKey(), hide(field.getValue()));
                }
                yield hidden;
            }
            case Value.Nil _, Value.Bool _, Value.Time _ -> value;
        };
    }

    /** The text with everything in its place again. One pass: what is put back is not looked at. */
    public String show(String text) {
        var shown = new StringBuilder(text.length());
        int done = 0;
        for (int open = text.indexOf('['); open >= 0; open = text.indexOf('[', Math.max(open + 1, done))) {
            int end = Placeholders.end(text, open);
            var value = end > 0 ? values.get(text.substring(open, end)) : null;
            if (value != null) {
                shown.append(text, done, open).append(value);
                done = end;
            }
        }
        return shown.append(text.substring(done)).toString();
    }

    /** The same in every text of a value. */
    public Value show(Value value) {
        return switch (value) {
            case Value.Text(var text) -> Value.of(show(text));
            case Value.Items(var items) ->
                new Value.Items(items.stream().map(this::show).toList());
            case Value.Fields(var fields) -> {
                var shown = Value.EMPTY;
                for (var field : fields.entrySet()) {
                    shown = shown.with(field.getKey(), show(field.getValue()));
                }
                yield shown;
            }
            case Value.Nil _, Value.Bool _, Value.Num _, Value.Time _ -> value;
        };
    }
}
