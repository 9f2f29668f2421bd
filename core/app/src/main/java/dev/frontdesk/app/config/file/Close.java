package dev.frontdesk.app.config.file;

import dev.frontdesk.api.Setting;
import dev.frontdesk.engine.Settings.ClosePolicy;
import java.time.Duration;
import java.util.List;

/** The block {@code close}. */
public record Close(
        @Setting(
                value = "optional",
                doc =
                        "What an agent must give to close a conversation: off, optional, category or category-and-summary.")
        ClosePolicy note,

        @Setting(doc = "The categories to choose from.") List<String> categories,

        @Setting(doc = "Closing when nobody writes any more.")
        Idle idle) {

    public Close {
        boolean needed = note == ClosePolicy.CATEGORY || note == ClosePolicy.CATEGORY_AND_SUMMARY;
        if (needed && categories.isEmpty()) {
            throw new IllegalArgumentException("'note' asks for a category but 'categories' names none");
        }
    }

    /** The block {@code idle}. */
    public record Idle(
            @Setting(value = "0", doc = "Close when nobody wrote for so long; 0 never does.")
            Duration after,

            @Setting(value = "false", doc = "Also while the conversation waits in a queue.")
            boolean includeQueued) {}
}
