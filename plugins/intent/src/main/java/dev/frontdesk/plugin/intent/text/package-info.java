/**
 * From a message to words: case, contractions, stems, concepts, typing slips. English and Russian by name, other languages by
 * their letters. Start at {@link dev.frontdesk.plugin.intent.text.Reader}.
 */
@NullMarked
package dev.frontdesk.plugin.intent.text;

import org.jspecify.annotations.NullMarked;
