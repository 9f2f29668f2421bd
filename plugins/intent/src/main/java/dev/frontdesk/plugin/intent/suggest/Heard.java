package dev.frontdesk.plugin.intent.suggest;

import java.util.Optional;

/**
 * A message that was not understood, or not rightly.
 *
 * @param found the intent it was taken for, or would have been; empty where there was none
 * @param routed the intent that a person's re-routing speaks for; empty where nobody did
 */
public record Heard(String text, Optional<String> found, Optional<String> routed) {}
