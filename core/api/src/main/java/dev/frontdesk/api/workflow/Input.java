package dev.frontdesk.api.workflow;

import dev.frontdesk.api.AgentId;
import dev.frontdesk.api.MessageId;
import dev.frontdesk.api.channel.Content;

/** What happened to a run. Not sealed: later versions add kinds, so a reader needs a {@code default}. */
public interface Input {

    /** The step begins. */
    record Started() implements Input {}

    /** The contact answered. */
    record Replied(MessageId message, Content content) implements Input {}

    /** What was awaited did not come in time. */
    record TimedOut() implements Input {}

    /** An action is done. */
    record Performed(ActionResult result) implements Input {}

    /** The messages sent by this step were accepted by the provider, or one was not. */
    record Delivered(boolean accepted, String why) implements Input {}

    /** An agent was found. */
    record Assigned(AgentId agent) implements Input {}

    /** Nobody can ever be found: the team has no members. */
    record Unroutable(String why) implements Input {}
}
