package dev.frontdesk.app.workflow;

import dev.frontdesk.api.Condition;
import dev.frontdesk.api.Setting;
import dev.frontdesk.engine.workflow.Workflow.Trigger;
import java.util.Optional;

/** What a workflow file says besides its steps. */
public record Head(
        @Setting(doc = "What people call it; the name of the file unless you say otherwise.")
        Optional<String> name,

        @Setting(doc = "What it is for, for your colleagues.")
        Optional<String> description,

        @Setting(doc = "What starts it: conversation-opened, message-received or conversation-closed.")
        Trigger on,

        @Setting(doc = "What must hold for it to start.") Optional<Condition> when,

        @Setting(value = "0", doc = "Of several that could start, the one with the highest number does.")
        int priority,

        @Setting(value = "false", doc = "Whether it runs at most once for each contact.")
        boolean oncePerContact,

        @Setting(value = "true", doc = "Whether it starts at all; runs that began go on.")
        boolean enabled) {}
