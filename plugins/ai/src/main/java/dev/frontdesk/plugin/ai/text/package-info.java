/** Words as they are compared, and what is told by them without a model. */
@NullMarked
package dev.frontdesk.plugin.ai.text;

import org.jspecify.annotations.NullMarked;
