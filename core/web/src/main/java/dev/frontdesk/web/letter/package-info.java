/** Letters as they looked to their writer, so that nothing in them can act. Start at {@link dev.frontdesk.web.letter.LetterRoutes}. */
@NullMarked
package dev.frontdesk.web.letter;

import org.jspecify.annotations.NullMarked;
