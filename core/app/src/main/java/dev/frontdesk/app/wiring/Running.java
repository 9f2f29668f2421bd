package dev.frontdesk.app.wiring;

import dev.frontdesk.app.admin.AdminFiles;
import dev.frontdesk.app.enrich.LiveIntents;
import dev.frontdesk.app.http.GuardedHttp;
import dev.frontdesk.engine.lane.Engine;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.web.FrontdeskWeb;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running process, and how it ends: nothing new is taken, what was taken is finished, then the lights go out. */
record Running(
        Store store,
        Predecessor lock,
        Engine engine,
        Channels channels,
        FrontdeskWeb web,
        AdminFiles files,
        LiveIntents intents,
        GuardedHttp http) {
    private static final Logger log = LoggerFactory.getLogger(Running.class);
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    int port() {
        return web.port();
    }

    void close() {
        log.info("stopping");
        try {
            web.close();
            intents.close();
            engine.stop(PATIENCE);
            channels.close();
            http.close();
            files.withdraw();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            log.warn("the stop was not clean; nothing that was acknowledged is lost", e);
        } finally {
            store.close();
            lock.close();
        }
        log.info("stopped");
    }
}
