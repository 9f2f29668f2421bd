/** How the process is: health of its parts, and its numbers. */
@NullMarked
package dev.frontdesk.web.ops;

import org.jspecify.annotations.NullMarked;
