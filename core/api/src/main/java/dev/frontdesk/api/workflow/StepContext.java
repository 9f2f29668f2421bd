package dev.frontdesk.api.workflow;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Content;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The situation a step decides in. Only valid during the call. */
public interface StepContext {

    /** Variables, trigger attributes and the contact's fields, as they are now. */
    Facts facts();

    /** What happened. */
    Input input();

    /**
     * What the contact wrote while an action was performed for this step, the oldest first; there with its {@link Input.Performed}
     * and not again.
     */
    default List<Content> meanwhile() {
        return List.of();
    }

    /** What the step returned as memory last time; {@link Value#NIL} at its start. */
    Value memory();

    /** The time of the input. */
    Instant now();

    /** A number that is the same when the call is repeated: for choices at random. */
    long seed();

    /** The language to speak with the contact. */
    Locale language();

    /** True when a text asks for a person, in English or Russian: "let me talk to a human", "позовите оператора". */
    boolean asksForPerson(String text);

    /** What the contact's channel can carry. */
    Capabilities channel();

    /** An option whose press comes back to this very question and to no other. {@code key} is the author's, at most 32 bytes. */
    Content.Option option(String key, String label);

    /** The key of a pressed option if it belongs to this question, else empty: then take the press as its plain text. */
    java.util.Optional<String> picked(Content content);
}
