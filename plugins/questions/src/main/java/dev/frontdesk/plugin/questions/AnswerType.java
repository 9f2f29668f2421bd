package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.Value;

/** What kind of answer a question wants. */
public enum AnswerType {
    TEXT(Value.Text.class),
    CHOICE(Value.Text.class),
    NUMBER(Value.Num.class),
    EMAIL(Value.Text.class),
    INTENT(Value.Text.class);

    private final Class<? extends Value> saved;

    AnswerType(Class<? extends Value> saved) {
        this.saved = saved;
    }

    Class<? extends Value> saved() {
        return saved;
    }
}
