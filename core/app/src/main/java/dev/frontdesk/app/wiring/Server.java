package dev.frontdesk.app.wiring;

import dev.frontdesk.engine.port.Store;
import java.util.List;

/** What the command line starts. */
public interface Server {

    /** Who is let in by the line that is printed when everything is ready. */
    enum Welcome {
        /** An administrator, while nobody has a password yet. */
        FIRST_RUN,
        /** The demo's agent, at every start. */
        DEMO
    }

    /** Prints one line with the addresses when ready, also of what runs beside it; returns once everything is stopped. */
    void run(Prepared prepared, Welcome welcome, List<Beside> beside) throws Exception;

    /** The store alone, migrated, for a command that is given while nothing runs. */
    Store store(Prepared prepared);
}
