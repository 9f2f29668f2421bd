package dev.frontdesk.plugin.ai.redact;

import dev.frontdesk.api.Regex;
import dev.frontdesk.api.Setting;
import java.util.List;

/** The block {@code redact}: what is replaced by placeholders like {@code [email-1]} and put back in the answer. */
public record RedactSettings(
        @Setting(value = "true", doc = "E-mail addresses.") boolean emails,

        @Setting(value = "true", doc = "Phone numbers and other long numbers.")
        boolean phones,

        @Setting(value = "true", doc = "Numbers of payment cards, told by their check digit.")
        boolean cards,

        @Setting(value = "false", doc = "The contact's own name, wherever it is written.")
        boolean names,

        @Setting(doc = "Whatever these regular expressions (RE2) find.")
        List<Regex> patterns) {

    public RedactSettings {
        patterns = List.copyOf(patterns);
    }

    /** The defaults. */
    public static RedactSettings usual() {
        return new RedactSettings(true, true, true, false, List.of());
    }
}
