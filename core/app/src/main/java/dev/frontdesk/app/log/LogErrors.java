package dev.frontdesk.app.log;

import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;

/** Says on the console what is wrong with logback.xml, and nothing else about how the log is set up. */
public final class LogErrors implements StatusListener {
    @Override
    public void addStatusEvent(Status status) {
        if (status.getEffectiveLevel() == Status.ERROR) {
            System.err.println("logback.xml: " + status.getMessage());
        }
    }
}
