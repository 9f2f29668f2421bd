package dev.frontdesk.app.wiring;

import dev.frontdesk.app.config.Configuration;
import dev.frontdesk.app.config.Effective;
import dev.frontdesk.engine.watch.FaultPoints;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the log says at a start, in sections: each contribution, each setting in force, each workflow, each doubt. On a console
 * logback.xml shows these lines bare; a line that is not indented begins a section.
 */
public final class Announcement {
    private static final Logger log = LoggerFactory.getLogger(Announcement.class);
    private static final Logger doubts = LoggerFactory.getLogger(Configuration.class);

    private Announcement() {}

    public static void of(Prepared prepared) {
        log.info("Plugins");
        prepared.catalog().lines().forEach(line -> log.info("  {}", line));
        log.info("Settings");
        Effective.table(prepared.configuration().effective()).forEach(line -> log.info("  {}", line.stripTrailing()));
        log.info("Workflows");
        prepared.workflows()
                .forEach(one -> log.info(
                        "  {}, on {}: {} steps{}",
                        one.compiled().name(),
                        one.compiled()
                                .head()
                                .on()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'),
                        one.compiled().steps().size(),
                        one.compiled().head().enabled() ? "" : " (not enabled)"));
        log.info("Start");
        prepared.warnings().forEach(warning -> doubts.warn("{}", warning));
        if (!FaultPoints.armed().isEmpty()) {
            log.warn(
                    "this process ends by itself at fault point '{}': FRONTDESK_FAULT_POINT is set",
                    FaultPoints.armed());
        }
    }
}
