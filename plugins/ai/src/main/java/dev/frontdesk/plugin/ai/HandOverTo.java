package dev.frontdesk.plugin.ai;

import dev.frontdesk.api.Setting;
import dev.frontdesk.api.TeamId;

/** A team the model may choose when it hands over. */
public record HandOverTo(
        @Setting(doc = "Whose queue.") TeamId team,

        @Setting(doc = "What the team is there for, for the model.")
        String about) {}
