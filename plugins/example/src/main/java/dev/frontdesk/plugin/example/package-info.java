/** Three small plugins as an outsider would write them: a channel, a step and an assignment strategy. */
@NullMarked
package dev.frontdesk.plugin.example;

import org.jspecify.annotations.NullMarked;
