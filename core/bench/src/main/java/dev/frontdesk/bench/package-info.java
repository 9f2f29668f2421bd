/** Measures the real product from outside: its process, its ports, its database. Start at {@link dev.frontdesk.bench.Bench}. */
@NullMarked
package dev.frontdesk.bench;

import org.jspecify.annotations.NullMarked;
