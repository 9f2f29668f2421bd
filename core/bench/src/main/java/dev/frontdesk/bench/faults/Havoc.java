package dev.frontdesk.bench.faults;

import java.util.Map;

/** What goes wrong while customers write. Answers figures of its own. */
interface Havoc {
    /** @return name → value, printed before the verdict; a value that must not be is an exception */
    Map<String, Object> on(Cluster cluster) throws Exception;
}
