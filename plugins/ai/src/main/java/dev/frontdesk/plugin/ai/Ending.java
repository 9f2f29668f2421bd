package dev.frontdesk.plugin.ai;

import dev.frontdesk.api.TeamId;
import java.util.Optional;

/** How the model wants to end its part. */
sealed interface Ending {

    record HandOver(Optional<TeamId> team, String reason) implements Ending {}

    record Close(String category, Optional<String> summary) implements Ending {}

    record Leave(String branch) implements Ending {}

    record Finish() implements Ending {}

    /** Nobody hears anything of the model after this. */
    default boolean isSilent() {
        return this instanceof HandOver || this instanceof Close;
    }

    /** Of two, the one that is safer for the contact: people before everything, staying before leaving. */
    default int weight() {
        return switch (this) {
            case HandOver _ -> 3;
            case Close _ -> 2;
            case Leave _ -> 1;
            case Finish _ -> 0;
        };
    }
}
