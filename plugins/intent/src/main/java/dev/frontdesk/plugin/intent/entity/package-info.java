/**
 * What a message names: numbers, dates, addresses, telephone numbers, order ids, values of a list. Pure: the time and its zone
 * come from outside. Start at {@link dev.frontdesk.plugin.intent.entity.Entities}.
 */
@NullMarked
package dev.frontdesk.plugin.intent.entity;

import org.jspecify.annotations.NullMarked;
