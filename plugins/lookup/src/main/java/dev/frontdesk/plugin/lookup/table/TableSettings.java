package dev.frontdesk.plugin.lookup.table;

import dev.frontdesk.api.Setting;
import java.nio.file.Path;

/** The keys of an enricher of the type {@code table}. */
public record TableSettings(
        @Setting(doc = "A CSV or TSV file with a line of names, beside this one; read again when it changes.")
        Path file,

        @Setting(doc = "The column to look in.") String key,

        @Setting(doc = "The fact to look for, such as contact.email.")
        String by) {

    public TableSettings {
        if (key.isBlank() || by.isBlank()) {
            throw new IllegalArgumentException("key and by must not be empty");
        }
    }
}
