package dev.frontdesk.app.log;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** {@code %message} in one line and without secrets. */
public class SafeMessage extends MessageConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return SafeText.of(super.convert(event), false);
    }
}
