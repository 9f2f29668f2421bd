/** The name to greet a contact by. Start at {@link dev.frontdesk.plugin.lookup.greeting.PersonName}. */
@NullMarked
package dev.frontdesk.plugin.lookup.greeting;

import org.jspecify.annotations.NullMarked;
