package dev.frontdesk.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;

/** {@code %message} of the lines at a start: in one line, without secrets, and an empty line before each heading. */
public final class StartMessage extends SafeMessage {
    @Override
    public String convert(ILoggingEvent event) {
        var line = super.convert(event);
        return line.startsWith(" ") ? line : System.lineSeparator() + line;
    }
}
