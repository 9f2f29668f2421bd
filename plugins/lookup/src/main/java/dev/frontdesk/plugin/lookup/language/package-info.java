/**
 * In which language a text is: by its script, then by words and letters learned from the texts beside this package. Start at
 * {@link dev.frontdesk.plugin.lookup.language.Detector}.
 */
@NullMarked
package dev.frontdesk.plugin.lookup.language;

import org.jspecify.annotations.NullMarked;
