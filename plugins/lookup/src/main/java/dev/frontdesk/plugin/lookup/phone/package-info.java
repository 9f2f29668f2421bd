/** What a phone number says of where its owner is. Start at {@link dev.frontdesk.plugin.lookup.phone.PhoneEnricher}. */
@NullMarked
package dev.frontdesk.plugin.lookup.phone;

import org.jspecify.annotations.NullMarked;
