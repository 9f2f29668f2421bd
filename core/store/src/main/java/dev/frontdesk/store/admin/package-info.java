/** Directory, accounts, leases and what else operators change; never on the way of a message. */
@NullMarked
package dev.frontdesk.store.admin;

import org.jspecify.annotations.NullMarked;
