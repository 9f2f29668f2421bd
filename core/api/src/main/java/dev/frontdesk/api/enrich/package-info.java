/**
 * What a message is about and what else is known of who wrote it: {@link dev.frontdesk.api.enrich.Classifier} and
 * {@link dev.frontdesk.api.enrich.Enricher} are written by plugins, {@link dev.frontdesk.api.enrich.Intents} is what a step gets.
 */
@NullMarked
package dev.frontdesk.api.enrich;

import org.jspecify.annotations.NullMarked;
