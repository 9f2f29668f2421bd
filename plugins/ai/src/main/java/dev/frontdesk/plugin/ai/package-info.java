/**
 * A language model that talks with the contact, within limits: the step ai decides what may happen, the action ai-chat asks the
 * model. Start at {@link dev.frontdesk.plugin.ai.AiPlugin}; what leaves the house is the business of the packages below.
 */
@NullMarked
package dev.frontdesk.plugin.ai;

import org.jspecify.annotations.NullMarked;
