/** What is said on its way out: split to what the channel carries, sent once the contact's turn comes, and what became of it. */
@NullMarked
package dev.frontdesk.engine.outbox;

import org.jspecify.annotations.NullMarked;
