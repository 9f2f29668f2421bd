/**
 * A language model of one's own: an HTTP server that plays an OpenAI-compatible endpoint, with scripted answers, rules, faults and a
 * memory of what it was asked. Start at {@link dev.frontdesk.testkit.model.FakeModel}.
 */
@NullMarked
package dev.frontdesk.testkit.model;

import org.jspecify.annotations.NullMarked;
