package dev.frontdesk.api.workflow;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.enrich.Classification;
import java.util.Optional;

/** One thing a step does. */
public sealed interface Effect {

    /**
     * Says something to the contact, on the channel they wrote on last.
     *
     * @param fallback what is sent instead when the {@link dev.frontdesk.api.channel.Capabilities#replyWindow() reply window} is
     *     closed at the moment of sending
     */
    record Send(Content content, Optional<Content.Preset> fallback) implements Effect {
        /** Without a fallback: once the window is closed it is not sent, and counts as failed. */
        public Send(Content content) {
            this(content, Optional.empty());
        }
    }

    /** Sets a declared field of the contact; {@link Value#NIL} clears it. A value that does not fit fails the run. */
    record SetField(String field, Value value) implements Effect {}

    /**
     * Sets a variable of the run. One whose name begins with an underscore is the step's own: its {@link Shape} does not name it, no
     * template or condition can read it, and people are not shown it.
     */
    record SetVar(String name, Value value) implements Effect {}

    /** Puts a tag on the contact, or takes it off. */
    record Tag(String tag, boolean on) implements Effect {}

    /** Leaves an internal note in the thread. */
    record Note(String text) implements Effect {}

    /** Closes the conversation; the run ends with it. */
    record Close(Optional<String> category, Optional<String> summary) implements Effect {}

    /**
     * Records in the conversation's history what the contact's words were taken to be about. People who improve the examples find it
     * there: what was about nothing known, and what agents sent elsewhere.
     */
    record Understood(String words, Classification about) implements Effect {}

    /** Records in the conversation's history why something was decided. */
    record Explain(String text) implements Effect {}
}
