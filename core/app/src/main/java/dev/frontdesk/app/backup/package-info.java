/** An installation's data folder as one file, and back. Start at {@link dev.frontdesk.app.backup.Backup}. */
@NullMarked
package dev.frontdesk.app.backup;

import org.jspecify.annotations.NullMarked;
