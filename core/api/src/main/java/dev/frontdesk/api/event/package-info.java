/** What has happened, for plugins that listen. */
@NullMarked
package dev.frontdesk.api.event;

import org.jspecify.annotations.NullMarked;
