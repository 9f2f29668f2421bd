package dev.frontdesk.app.wiring;

import dev.frontdesk.engine.port.Store;

/** What the command line starts. */
public interface Server {

    /** Prints one line with the addresses when ready; returns once everything is stopped. */
    void run(Prepared prepared) throws Exception;

    /** The store alone, migrated, for a command that is given while nothing runs. */
    Store store(Prepared prepared);
}
