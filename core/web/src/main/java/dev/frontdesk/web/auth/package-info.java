/** Who may do what: passwords, sessions, one-time links, throttling, and the one policy, {@link Access}. */
@NullMarked
package dev.frontdesk.web.auth;

import org.jspecify.annotations.NullMarked;
