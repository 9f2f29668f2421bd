package dev.frontdesk.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.frontdesk.app.admin.AdminApi;
import dev.frontdesk.app.admin.OneTimeLinks;
import dev.frontdesk.app.admin.StoreAdmin;
import dev.frontdesk.engine.lane.Engine;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.web.FrontdeskWeb;
import dev.frontdesk.web.auth.Links;
import jakarta.inject.Provider;
import java.time.InstantSource;
import java.util.Optional;

/** What the command line asks of the running process. */
final class AdminModule extends AbstractModule {

    @Provides
    @Singleton
    AdminApi admin(
            Prepared prepared,
            Store store,
            Engine engine,
            Links links,
            Provider<FrontdeskWeb> web,
            InstantSource clock) {
        var language = prepared.configuration().engine().languages().getFirst().getLanguage();
        return new StoreAdmin(
                store,
                new OneTimeLinks(
                        links,
                        store.accounts(),
                        () -> prepared.onPort(web.get().port()).configuration().site()),
                Optional.of(engine),
                engine::redrive,
                language,
                clock);
    }
}
