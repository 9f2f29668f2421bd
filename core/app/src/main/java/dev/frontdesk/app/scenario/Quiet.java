package dev.frontdesk.app.scenario;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** While it is open, nothing below a warning is logged: what an engine tells on an ordinary day is no news in a rehearsal. */
final class Quiet implements AutoCloseable {
    private final Logger log = (Logger) LoggerFactory.getLogger("dev.frontdesk");
    private final @Nullable Level before = log.getLevel();

    Quiet() {
        log.setLevel(Level.WARN);
    }

    @Override
    public void close() {
        log.setLevel(before);
    }
}
