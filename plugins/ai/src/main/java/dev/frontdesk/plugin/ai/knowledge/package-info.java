/** What the model may read: files beside the configuration, in passages. Start at {@link dev.frontdesk.plugin.ai.knowledge.Knowledge}. */
@NullMarked
package dev.frontdesk.plugin.ai.knowledge;

import org.jspecify.annotations.NullMarked;
