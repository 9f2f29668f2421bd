package dev.frontdesk.plugin.ai;

import dev.frontdesk.api.Setting;

/** A category the model may close the conversation with. */
public record MayClose(
        @Setting(doc = "The category.") String category,

        @Setting(doc = "When it fits, for the model.") String about) {}
