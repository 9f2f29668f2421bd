package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.Setting;
import dev.frontdesk.api.Template;
import java.util.Optional;

/** The keys of a {@code close} step. */
public record CloseSettings(
        @Setting(shorthand = true, doc = "The category to close with.")
        Optional<String> category,

        @Setting(doc = "What the conversation was about, for the reports.")
        Optional<Template> summary) {}
