package dev.frontdesk.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.frontdesk.engine.Ids;
import dev.frontdesk.engine.Settings;
import dev.frontdesk.engine.desk.Desk;
import dev.frontdesk.engine.lane.Engine;
import dev.frontdesk.engine.port.FileStore;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.engine.workflow.Workflows;
import dev.frontdesk.web.live.Live;
import java.time.InstantSource;

/** Intake, conversations, workflows, assignment and outbox, with the strategies, actions and listeners that plugins bring. */
final class EngineModule extends AbstractModule {

    @Provides
    @Singleton
    Engine engine(
            Prepared prepared,
            Settings settings,
            Store store,
            FileStore files,
            Ids ids,
            Workflows workflows,
            InstantSource clock,
            Live live) {
        var workshop = prepared.workshop();
        var singles = prepared.configuration().singles();
        var parts = new Engine.Parts(workshop.strategies(singles), prepared.actions(), workshop.listeners());
        return new Engine(settings, store, files, ids, workflows, parts, clock, live::committed);
    }

    @Provides
    Desk desk(Engine engine) {
        return engine;
    }
}
