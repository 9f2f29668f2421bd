package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.Setting;
import dev.frontdesk.api.Template;
import dev.frontdesk.api.Value;
import java.util.Optional;

/** The keys of a {@code set} step. With neither {@code value} nor {@code text} it clears. */
public record SetSettings(
        @Setting(shorthand = true, doc = "What to set: a variable, or contact.<field>.")
        String name,

        @Setting(doc = "The value as it is: a text, a number, true, false or a list.")
        Optional<Value> value,

        @Setting(doc = "A template whose text becomes the value.")
        Optional<Template> text) {

    public SetSettings {
        Target.checked(name);
        if (value.isPresent() && text.isPresent()) {
            throw new IllegalArgumentException("set takes either 'value' or 'text', not both");
        }
    }
}
