package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.Value;
import java.util.Optional;

/**
 * Words of the contact whose meaning is being found.
 *
 * @param opening whether they were there before the question
 */
record Meaning(String words, boolean opening) {

    /** Beside what the question remembers anyway. */
    Value asMemory(Value.Fields question) {
        return question.with("words", Value.of(words)).with("opening", Value.of(opening));
    }

    /** Empty when nothing is being found. */
    static Optional<Meaning> in(Value memory) {
        return memory instanceof Value.Fields fields && fields.get("words") instanceof Value.Text(var words)
                ? Optional.of(new Meaning(words, fields.get("opening").equals(Value.of(true))))
                : Optional.empty();
    }
}
