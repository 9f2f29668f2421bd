/**
 * The proof that nothing acknowledged is lost: the real processes and a real store, customers who write all the time, somebody who
 * kills, and a ledger that is held against the database in the end. Start at {@link dev.frontdesk.bench.faults.FaultsBench}.
 */
@NullMarked
package dev.frontdesk.bench.faults;

import org.jspecify.annotations.NullMarked;
