package dev.frontdesk.api;

/**
 * The entry of a plugin. Frontdesk finds it through {@link java.util.ServiceLoader} and calls {@link #contribute} once, on the
 * start-up thread, before anything runs. A jar that holds one says {@code Frontdesk-Api: 1} in its manifest.
 */
public interface FrontdeskPlugin {

    /** Names what the plugin adds. An exception here stops the start of Frontdesk and names the plugin. */
    void contribute(Contributions to);
}
