package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.Setting;

/** The keys of a {@code tag} step. */
public record TagSettings(
        @Setting(shorthand = true, doc = "The tag.") String tag,

        @Setting(value = "false", doc = "True to take the tag off the contact.")
        boolean remove) {

    public TagSettings {
        if (tag.isBlank()) {
            throw new IllegalArgumentException("the tag is empty");
        }
    }
}
