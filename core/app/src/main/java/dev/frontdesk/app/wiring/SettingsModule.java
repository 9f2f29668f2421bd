package dev.frontdesk.app.wiring;

import com.google.inject.AbstractModule;
import dev.frontdesk.engine.Settings;
import java.time.InstantSource;

/** What was read from files, and the rules all modules live by. */
final class SettingsModule extends AbstractModule {
    private final Prepared prepared;

    SettingsModule(Prepared prepared) {
        this.prepared = prepared;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireAtInjectOnConstructors();
        binder().requireExactBindingAnnotations();
        binder().disableCircularProxies();
        bind(Prepared.class).toInstance(prepared);
        bind(Settings.class).toInstance(prepared.configuration().engine());
        bind(InstantSource.class).toInstance(InstantSource.system());
    }
}
