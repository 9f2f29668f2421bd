package dev.frontdesk.api.workflow;

import dev.frontdesk.api.routing.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where a run goes after a step. */
public sealed interface Next {

    /** On to the step a branch leads to; without a branch, or where the workflow gives it none, to the one written next. */
    record Continue(Optional<String> branch) implements Next {}

    /** To a step by its id, as named in the settings. */
    record Jump(String step) implements Next {}

    /** Waits for the contact's next message, at most so long; then {@link Input.Replied} or {@link Input.TimedOut}. */
    record AwaitReply(Optional<Duration> most) implements Next {}

    /** Waits until a point in time; then {@link Input.TimedOut}. */
    record AwaitUntil(Instant time) implements Next {}

    /** Waits until the step's messages are accepted or failed; then {@link Input.Delivered} or {@link Input.TimedOut}. */
    record AwaitDelivery(Duration most) implements Next {}

    /**
     * Has an action performed outside; then {@link Input.Performed}, or {@link Input.TimedOut} when {@code most} is over before,
     * whatever the action still does.
     */
    record Perform(ActionCall call, Optional<Duration> most) implements Next {
        /** Waits for as long as the action and its attempts take. */
        public Perform(ActionCall call) {
            this(call, Optional.empty());
        }
    }

    /**
     * Puts the conversation into a team's queue, or hands it to one agent; then {@link Input.Assigned}, or
     * {@link Input.TimedOut} if that took too long (it stays in the queue unless {@code leaveQueue}).
     */
    record AwaitAgent(Route route, Optional<Duration> most, boolean leaveQueue) implements Next {}

    /** Ends the run. */
    record Finish(String reason) implements Next {}

    /** On to the next step. */
    static Next onward() {
        return new Continue(Optional.empty());
    }

    /** On along a branch. */
    static Next branch(String name) {
        return new Continue(Optional.of(name));
    }
}
