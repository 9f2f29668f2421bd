/** What logback needs from us: lines that nobody can forge and that hold no secret. */
@NullMarked
package dev.frontdesk.app.log;

import org.jspecify.annotations.NullMarked;
