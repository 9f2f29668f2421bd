package dev.frontdesk.bench;

import dev.frontdesk.store.StoreSettings;
import java.util.Optional;

/** How a bench in this process connects to its database. */
public final class Connections {
    private Connections() {}

    public static StoreSettings to(Database database) {
        return database.user().isEmpty()
                ? StoreSettings.of(database.url())
                : new StoreSettings(database.url(), Optional.of(database.user()), Optional.of(() -> "postgres"), 2, 4);
    }
}
