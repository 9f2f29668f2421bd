/** How what comes in is stored: who wrote, whether it is new, and its place in the contact's order. Start at {@link dev.frontdesk.engine.intake.Arrivals}. */
@NullMarked
package dev.frontdesk.engine.intake;

import org.jspecify.annotations.NullMarked;
