package dev.frontdesk.api.event;

/** Is told of events after their commit. */
public interface EventListener {

    /** Handles one event: at least once, in order for each contact. A throw brings it again after a while. */
    void on(Event event) throws Exception;
}
