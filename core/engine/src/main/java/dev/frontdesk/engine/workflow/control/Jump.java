package dev.frontdesk.engine.workflow.control;

import dev.frontdesk.api.Setting;

/** Settings of {@code jump}. */
public record Jump(
        @Setting(shorthand = true, step = true, doc = "The step to go to, or end.")
        String to,

        @Setting(
                value = "1",
                doc = "How often a run may take this jump, at most 10; after that it goes on with the next step.")
        int max,

        @Setting(doc = "The id of this very step: what the jumps are counted under.")
        String id) {

    public Jump {
        if (max < 1 || max > 10) {
            throw new IllegalArgumentException("'max' is " + max + " but must be between 1 and 10");
        }
    }
}
