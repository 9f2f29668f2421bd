package dev.frontdesk.api.workflow;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import java.util.Optional;

/** One thing a step does. */
public sealed interface Effect {

    /** Says something to the contact, on the channel they wrote on last. */
    record Send(Content content) implements Effect {}

    /** Sets a declared field of the contact; {@link Value#NIL} clears it. A value that does not fit fails the run. */
    record SetField(String field, Value value) implements Effect {}

    /** Sets a variable of the run. */
    record SetVar(String name, Value value) implements Effect {}

    /** Puts a tag on the contact, or takes it off. */
    record Tag(String tag, boolean on) implements Effect {}

    /** Leaves an internal note in the thread. */
    record Note(String text) implements Effect {}

    /** Closes the conversation; the run ends with it. */
    record Close(Optional<String> category, Optional<String> summary) implements Effect {}

    /** Records in the conversation's history why something was decided. */
    record Explain(String text) implements Effect {}
}
