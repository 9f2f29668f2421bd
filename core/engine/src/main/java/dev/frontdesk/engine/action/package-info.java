/** What is done for runs outside every transaction. */
@NullMarked
package dev.frontdesk.engine.action;

import org.jspecify.annotations.NullMarked;
