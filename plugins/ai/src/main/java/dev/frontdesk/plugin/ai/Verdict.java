package dev.frontdesk.plugin.ai;

import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.plugin.ai.chat.Calling;
import java.util.Optional;

/**
 * What becomes of one wish of the model. Refused when neither effect nor ending.
 *
 * @param words what is done or why not: for the record, and for the model
 */
record Verdict(Calling call, Optional<Effect> effect, Optional<Ending> ending, String words) {

    static Verdict does(Calling call, Effect effect, String words) {
        return new Verdict(call, Optional.of(effect), Optional.empty(), words);
    }

    static Verdict ends(Calling call, Ending ending, String words) {
        return new Verdict(call, Optional.empty(), Optional.of(ending), words);
    }

    static Verdict refused(Calling call, String why) {
        return new Verdict(call, Optional.empty(), Optional.empty(), why);
    }

    boolean isRefused() {
        return effect.isEmpty() && ending.isEmpty();
    }
}
