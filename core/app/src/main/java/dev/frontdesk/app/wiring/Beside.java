package dev.frontdesk.app.wiring;

import java.net.URI;
import java.util.Map;

/** A made-up provider that runs beside the demo. */
public interface Beside extends AutoCloseable {

    /** What the line that is printed when everything is ready says of it. */
    String line();

    /** What the demo's configuration asks the environment for. */
    Map<String, String> environment();

    /** The demo can be reached there from now on. */
    void ready(URI site);

    @Override
    void close();
}
