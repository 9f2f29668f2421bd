package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.workflow.StepContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The choices of a question: shown as options, and found again in whatever the contact answers. */
record Choices(List<Choice> all) {
    private static final int LONGEST_ANSWER = 200;
    private static final int SHORTEST_TO_GUESS = 4;

    static Choices of(List<Value> configured) {
        var all = configured.stream().map(Choice::of).toList();
        var ids = new HashSet<String>();
        var labels = new HashSet<String>();
        for (var choice : all) {
            if (!ids.add(choice.id()) || !labels.add(Characters.folded(choice.label()))) {
                throw new IllegalArgumentException("the choice '" + choice.label() + "' is there twice");
            }
            if (AskStep.OWN_BRANCHES.contains(choice.id())) {
                throw new IllegalArgumentException(
                        "the choice '" + choice.id() + "' has the name of a branch; give it another id");
            }
        }
        return new Choices(all);
    }

    Set<String> ids() {
        return Set.copyOf(all.stream().map(Choice::id).toList());
    }

    /** The key of an option is its place in the list, because an id may be longer than a key. */
    List<Content.Option> options(StepContext now) {
        return IntStream.range(0, all.size())
                .mapToObj(i -> now.option(Integer.toString(i), all.get(i).label()))
                .toList();
    }

    /** The pressed option, else the exact label, its number, the label in other letters, or with one slip of the finger. */
    Optional<Choice> chosen(Content answer, StepContext now) {
        return now.picked(answer).flatMap(this::at).or(() -> meant(Characters.trimmed(answer.plainText())));
    }

    Optional<Choice> withId(String id) {
        return only(all.stream().filter(choice -> choice.id().equals(id)).toList());
    }

    /** The choice an intent speaks of, by its id or its label. */
    Optional<Choice> meantBy(String intent) {
        return withId(intent)
                .or(() -> only(all.stream()
                        .filter(choice -> choice.id().equalsIgnoreCase(intent)
                                || choice.label().equalsIgnoreCase(intent))
                        .toList()));
    }

    private Optional<Choice> meant(String text) {
        if (text.isEmpty() || text.length() > LONGEST_ANSWER) {
            return Optional.empty();
        }
        var folded = Characters.folded(text);
        return only(all.stream().filter(choice -> choice.label().equals(text)).toList())
                .or(() -> numbered(text))
                .or(() -> only(all.stream()
                        .filter(choice -> Characters.folded(choice.label()).equals(folded))
                        .toList()))
                .or(() -> guessed(folded));
    }

    private Optional<Choice> numbered(String text) {
        var digits = Characters.withAsciiDigits(text);
        if (digits.endsWith(".") || digits.endsWith(")")) {
            digits = digits.substring(0, digits.length() - 1);
        }
        boolean number =
                !digits.isEmpty() && digits.length() <= 3 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? at(Integer.toString(Integer.parseInt(digits) - 1)) : Optional.empty();
    }

    private Optional<Choice> guessed(String folded) {
        return only(all.stream()
                .filter(choice -> {
                    var label = Characters.folded(choice.label());
                    return label.codePoints().filter(Character::isLetter).count() >= SHORTEST_TO_GUESS
                            && Characters.almostEqual(label, folded);
                })
                .toList());
    }

    private Optional<Choice> at(String key) {
        return IntStream.range(0, all.size())
                .filter(i -> Integer.toString(i).equals(key))
                .mapToObj(all::get)
                .findFirst();
    }

    private static Optional<Choice> only(List<Choice> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
