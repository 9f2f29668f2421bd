package dev.frontdesk.api.workflow;

import dev.frontdesk.api.Value;
import java.time.Duration;

/** What became of an attempt to perform an action. */
public sealed interface ActionResult {

    /** Done; with what came back. */
    record Ok(Value value) implements ActionResult {}

    /** Not done. {@code retry}: try again while attempts are left. */
    record Failed(String why, boolean retry) implements ActionResult {}

    /** Not now; does not count as an attempt. */
    record Later(Duration after) implements ActionResult {}
}
