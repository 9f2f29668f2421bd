package dev.frontdesk.store;

import dev.frontdesk.api.Secret;
import java.util.Optional;

/**
 * Which database, and how many connections to it.
 *
 * @param url {@code jdbc:sqlite:<file>} or {@code jdbc:postgresql://…}
 * @param lanes writing connections; SQLite has one whatever is said here
 * @param readers reading connections
 */
public record StoreSettings(String url, Optional<String> user, Optional<Secret> password, int lanes, int readers) {
    public StoreSettings {
        if (!url.startsWith("jdbc:sqlite:") && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("store.url must begin with jdbc:sqlite: or jdbc:postgresql: and is '"
                    + url.replaceAll("\\?.*", "") + "'");
        }
        if (url.contains(":memory:") || url.equals("jdbc:sqlite:")) {
            throw new IllegalArgumentException("store.url must name a file: what is only in memory cannot be kept");
        }
        if (lanes < 1 || readers < 1) {
            throw new IllegalArgumentException("store.lanes and store.readers must be at least 1");
        }
    }

    /** Two lanes, so that they may meet; one costs less. */
    public static StoreSettings of(String url) {
        return new StoreSettings(url, Optional.empty(), Optional.empty(), 2, 4);
    }
}
