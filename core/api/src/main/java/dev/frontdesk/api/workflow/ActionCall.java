package dev.frontdesk.api.workflow;

import dev.frontdesk.api.Value;
import java.time.Duration;

/**
 * A wish to have an action performed.
 *
 * @param action its type
 * @param input what it works on
 * @param deadline for one attempt
 * @param attempts at most; at least 1
 */
public record ActionCall(String action, Value input, Duration deadline, int attempts) {}
