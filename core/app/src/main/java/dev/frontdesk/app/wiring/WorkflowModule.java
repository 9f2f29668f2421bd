package dev.frontdesk.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.frontdesk.app.workflow.WorkflowCatalog;
import dev.frontdesk.engine.Ids;
import dev.frontdesk.engine.lane.Engine;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.engine.workflow.Workflows;
import java.time.InstantSource;

/** Workflows as they are in the files, published, and the older versions that runs still pin. */
final class WorkflowModule extends AbstractModule {

    @Provides
    @Singleton
    Predecessor predecessor(Prepared prepared, Store store) { // the store makes the folder
        return Predecessor.in(prepared.data());
    }

    @Provides
    @Singleton
    Ids ids(Store store, InstantSource clock, Predecessor predecessor) {
        predecessor.bury(store.leases());
        var ids = Engine.join(store, clock, ThisProcess.name());
        predecessor.succeededBy(store.leases(), ids);
        return ids;
    }

    @Provides
    @Singleton
    Workflows workflows(Prepared prepared, Store store, Ids ids, InstantSource clock) {
        return WorkflowCatalog.publish(
                prepared.workflows(), store.workflows(), prepared.compiler(), ids, clock.millis());
    }
}
