package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.Setting;
import dev.frontdesk.api.Template;

/** The keys of a {@code note} step. */
public record NoteSettings(
        @Setting(shorthand = true, doc = "What agents shall read; the contact never sees it.")
        Template text) {}
