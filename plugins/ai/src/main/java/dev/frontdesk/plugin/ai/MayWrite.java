package dev.frontdesk.plugin.ai;

import dev.frontdesk.api.Regex;
import dev.frontdesk.api.Setting;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.Effect;
import java.util.List;
import java.util.Optional;

/** A variable or field the model may write. */
public record MayWrite(
        @Setting(doc = "A variable, or contact.<field>.") String name,

        @Setting(doc = "What belongs there, for the model.") String about,

        @Setting(value = "text", doc = "What kind of value it takes.")
        Type type,

        @Setting(doc = "All that may be written, if not anything.")
        List<String> oneOf,

        @Setting(doc = "A regular expression (RE2) that must be found in the value.")
        Optional<Regex> pattern) {
    private static final String CONTACT = "contact.";

    /** A kind of value. */
    public enum Type {
        TEXT(Value.Text.class),
        NUMBER(Value.Num.class),
        BOOLEAN(Value.Bool.class);

        private final Class<? extends Value> value;

        Type(Class<? extends Value> value) {
            this.value = value;
        }

        Class<? extends Value> value() {
            return value;
        }
    }

    public MayWrite {
        oneOf = List.copyOf(oneOf);
        var plain = name.startsWith(CONTACT) ? name.substring(CONTACT.length()) : name;
        boolean good = !plain.isEmpty()
                && Character.isLetter(plain.charAt(0))
                && plain.chars().allMatch(c -> c == '_' || c < 0x80 && Character.isLetterOrDigit(c));
        if (!good) {
            throw new IllegalArgumentException("'" + name
                    + "' is neither a variable nor a field: use letters, digits and underscores, or contact.<field>");
        }
    }

    boolean isVariable() {
        return !name.startsWith(CONTACT);
    }

    Effect set(Value value) {
        return isVariable()
                ? new Effect.SetVar(name, value)
                : new Effect.SetField(name.substring(CONTACT.length()), value);
    }
}
