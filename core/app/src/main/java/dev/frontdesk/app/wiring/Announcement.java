package dev.frontdesk.app.wiring;

import dev.frontdesk.app.config.Effective;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the log says at a start: each contribution, each setting in force, each doubt. */
public final class Announcement {
    private static final Logger log = LoggerFactory.getLogger(Announcement.class);

    private Announcement() {}

    public static void of(Prepared prepared) {
        prepared.catalog().lines().forEach(line -> log.info("brings {}", line));
        Effective.table(prepared.configuration().effective())
                .forEach(line -> log.info("setting {}", line.stripTrailing()));
        prepared.workflows()
                .forEach(one -> log.info(
                        "workflow {} on {}: {} steps{}",
                        one.compiled().name(),
                        one.compiled().head().on(),
                        one.compiled().steps().size(),
                        one.compiled().head().enabled() ? "" : " (not enabled)"));
        prepared.warnings().forEach(warning -> log.warn("{}", warning));
    }
}
