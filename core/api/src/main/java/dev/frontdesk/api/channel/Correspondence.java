package dev.frontdesk.api.channel;

import java.util.List;
import java.util.Optional;

/**
 * What stands around a message that is about to be sent, for channels whose messages quote and have copies; see {@link
 * Capabilities#letters()}.
 *
 * @param participants who else is in the thread, of any standing
 * @param last what the person wrote last on this channel
 */
public record Correspondence(List<Participant> participants, Optional<History.Line> last) {

    /** Nothing stands around it. */
    public static final Correspondence NONE = new Correspondence(List.of(), Optional.empty());

    /** Copies the list. */
    public Correspondence {
        participants = List.copyOf(participants);
    }
}
