/** The bytes of files. Start with {@link dev.frontdesk.store.file.FolderStore}. */
@NullMarked
package dev.frontdesk.store.file;

import org.jspecify.annotations.NullMarked;
