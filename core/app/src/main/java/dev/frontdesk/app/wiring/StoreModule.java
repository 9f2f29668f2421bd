package dev.frontdesk.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.frontdesk.engine.port.Accounts;
import dev.frontdesk.engine.port.Directory;
import dev.frontdesk.engine.port.EventLog;
import dev.frontdesk.engine.port.FileStore;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.engine.port.StoreException;
import dev.frontdesk.store.SqlStore;
import dev.frontdesk.store.Stores;
import java.io.IOException;
import java.nio.file.Files;

/** The database and what is read from it. */
final class StoreModule extends AbstractModule {
    static SqlStore open(Prepared prepared) {
        try {
            Files.createDirectories(prepared.data());
        } catch (IOException e) {
            throw new StoreException(
                    StoreException.Kind.AWAY,
                    "the data folder " + prepared.data() + " cannot be made; name another with --data (" + e + ")",
                    e);
        }
        return Stores.open(prepared.storeSettings());
    }

    @Provides
    @Singleton
    SqlStore sqlStore(Prepared prepared) {
        return open(prepared);
    }

    @Provides
    Store store(SqlStore store) {
        return store;
    }

    @Provides
    @Singleton
    FileStore files(Prepared prepared) {
        return prepared.files();
    }

    @Provides
    EventLog events(Store store) {
        return store.events();
    }

    @Provides
    InboxReads inbox(Store store) {
        return store.inbox();
    }

    @Provides
    Accounts accounts(Store store) {
        return store.accounts();
    }

    @Provides
    Directory directory(Store store) {
        return store.directory();
    }
}
