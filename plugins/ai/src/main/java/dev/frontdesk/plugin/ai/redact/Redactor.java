package dev.frontdesk.plugin.ai.redact;

import java.util.ArrayList;
import java.util.List;

/** What is kept back, as configured. Safe for use by many threads. */
public final class Redactor {
    private final RedactSettings settings;

    public Redactor(RedactSettings settings) {
        this.settings = settings;
    }

    /**
     * For one exchange: the same value has the same placeholder in all of its texts.
     *
     * @param name what the contact is called
     */
    public Redaction begin(String name) {
        var finders = new ArrayList<Finder>(List.of(new Placeholders()));
        settings.patterns().forEach(regex -> finders.add(new Pattern(regex)));
        if (settings.emails()) {
            finders.add(new Emails());
        }
        if (settings.cards() || settings.phones()) {
            finders.add(new Numbers(settings.cards(), settings.phones()));
        }
        if (settings.names()) {
            finders.add(new Names(name));
        }
        return new Redaction(finders);
    }
}
