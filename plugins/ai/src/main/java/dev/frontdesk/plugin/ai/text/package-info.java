/** Words as they are compared. */
@NullMarked
package dev.frontdesk.plugin.ai.text;

import org.jspecify.annotations.NullMarked;
