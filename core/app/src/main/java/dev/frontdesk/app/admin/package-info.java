/**
 * What an operator's command line asks of a running process: {@link dev.frontdesk.app.admin.AdminApi}, served by
 * {@link dev.frontdesk.app.admin.AdminEndpoints} on loopback behind a token in the data folder.
 */
@NullMarked
package dev.frontdesk.app.admin;

import org.jspecify.annotations.NullMarked;
