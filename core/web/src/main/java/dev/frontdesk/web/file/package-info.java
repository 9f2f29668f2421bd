/** Files of messages, as browsers get and give them. Start with {@link dev.frontdesk.web.file.FileRoutes}. */
@NullMarked
package dev.frontdesk.web.file;

import org.jspecify.annotations.NullMarked;
