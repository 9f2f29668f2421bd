/**
 * Intent capture on real material, beside the plain baseline and published figures. Start at
 * {@link dev.frontdesk.bench.intents.IntentsBench}.
 */
@NullMarked
package dev.frontdesk.bench.intents;

import org.jspecify.annotations.NullMarked;
