package dev.frontdesk.plugin.ai;

import dev.frontdesk.api.Setting;
import java.util.Set;

/** A way out of the step the model may take: a branch of that name, to have something looked up or asked by other steps. */
public record Exit(
        @Setting(doc = "The name of the branch.") String name,

        @Setting(doc = "When to take it, for the model.") String about) {

    public Exit {
        boolean good =
                !name.isEmpty() && name.chars().allMatch(c -> c == '-' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9');
        if (!good
                || Set.of(AiStep.DONE, AiStep.HAND_OVER, AiStep.FAILED, AiStep.TIMEOUT)
                        .contains(name)) {
            throw new IllegalArgumentException("an exit cannot be called '" + name
                    + "': lower-case letters, digits and dashes, and no name of the step's own branches");
        }
    }
}
