package dev.frontdesk.app.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;

/** {@code %ex}, every line of it marked as such, so that a line in an exception's message looks like nothing else. */
public final class SafeThrowable extends ThrowableProxyConverter {
    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        var text = super.throwableProxyToString(thrown).stripTrailing();
        return "  | " + SafeText.of(text.replace("\r", ""), true) + System.lineSeparator();
    }
}
