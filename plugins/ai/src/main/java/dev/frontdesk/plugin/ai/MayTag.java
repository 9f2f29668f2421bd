package dev.frontdesk.plugin.ai;

import dev.frontdesk.api.Setting;

/** A tag the model may put on the contact. */
public record MayTag(
        @Setting(doc = "The tag.") String tag,

        @Setting(doc = "When it fits, for the model.") String about) {}
