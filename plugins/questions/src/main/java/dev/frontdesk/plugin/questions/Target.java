package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Shape;

/** Where a value is kept: a field of the contact ({@code contact.email}) or a variable of the run. */
record Target(String path) {
    private static final String CONTACT = "contact.";

    Effect set(Value value) {
        return path.startsWith(CONTACT)
                ? new Effect.SetField(path.substring(CONTACT.length()), value)
                : new Effect.SetVar(path, value);
    }

    Shape declaredIn(Shape shape, Class<? extends Value> type) {
        return path.startsWith(CONTACT) ? shape : shape.writing(path, type);
    }

    /** Refuses names that nothing could ever read. */
    static String checked(String path) {
        var name = path.startsWith(CONTACT) ? path.substring(CONTACT.length()) : path;
        boolean good = !name.isEmpty()
                && Character.isLetter(name.charAt(0))
                && name.chars().allMatch(c -> c == '_' || c < 0x80 && Character.isLetterOrDigit(c));
        if (!good) {
            throw new IllegalArgumentException("'" + path
                    + "' is neither a variable nor a field: use letters, digits and underscores, or contact.<field>");
        }
        return path;
    }
}
