package dev.frontdesk.api.event;

import dev.frontdesk.api.ContactId;
import dev.frontdesk.api.ConversationId;
import dev.frontdesk.api.Facts;
import java.time.Instant;
import java.util.Optional;

/** Something that happened and is committed. */
public interface Event {

    /** Where it stands in the log; opaque, for reading on from there. */
    String position();

    /** In the past tense: {@code conversation.opened}, {@code message.received}, {@code conversation.assigned} … */
    String type();

    /** When. */
    Instant at();

    /** About whom. */
    Optional<ContactId> contact();

    /** In which conversation. */
    Optional<ConversationId> conversation();

    /** What else is known. */
    Facts details();
}
