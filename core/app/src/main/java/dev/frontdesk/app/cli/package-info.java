/** The command line. {@link dev.frontdesk.app.cli.Commands} lists all commands. */
@NullMarked
package dev.frontdesk.app.cli;

import org.jspecify.annotations.NullMarked;
