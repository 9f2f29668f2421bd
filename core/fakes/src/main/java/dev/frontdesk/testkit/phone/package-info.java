/**
 * A page on which somebody plays the customer of a made-up provider. Start at {@link dev.frontdesk.testkit.phone.App}.
 */
@NullMarked
package dev.frontdesk.testkit.phone;

import org.jspecify.annotations.NullMarked;
