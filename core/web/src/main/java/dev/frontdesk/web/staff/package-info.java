/** The agents as the pages see them: who they are, whether they are there, what they set for themselves. */
@NullMarked
package dev.frontdesk.web.staff;

import org.jspecify.annotations.NullMarked;
