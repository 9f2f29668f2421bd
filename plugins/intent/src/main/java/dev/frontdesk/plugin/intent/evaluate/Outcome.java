package dev.frontdesk.plugin.intent.evaluate;

import dev.frontdesk.plugin.intent.examples.Example;

/** A labelled message and what was said of it. */
record Outcome(Example example, Answer answer) {
    /** How a message out of scope is written in tables. */
    static final String NONE = "(out of scope)";

    boolean inScope() {
        return example.intent().isPresent();
    }

    String truth() {
        return example.intent().orElse(NONE);
    }

    String said() {
        return answer.accepted() ? answer.best() : NONE;
    }

    boolean right() {
        return truth().equals(said());
    }

    Outcome with(boolean accepted) {
        return new Outcome(example, new Answer(answer.best(), answer.probability(), accepted));
    }
}
