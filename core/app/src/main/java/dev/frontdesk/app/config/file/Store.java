package dev.frontdesk.app.config.file;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.Setting;
import java.nio.file.Path;
import java.util.Optional;

/** The block {@code store}. */
public record Store(
        @Setting(
                doc =
                        "jdbc:postgresql://host/database, or jdbc:sqlite: and a file. Without it a SQLite file in the data folder.")
        Optional<String> url,

        @Setting(doc = "Who signs in at PostgreSQL.") Optional<String> user,

        @Setting(doc = "With what they sign in.") Optional<Secret> password,

        @Setting(
                value = "1",
                doc =
                        "How many transactions may write side by side on PostgreSQL; SQLite has one. More take more CPU for each message: see ADR 11.")
        int lanes) {

    public Store {
        Check.between("lanes", lanes, 1, 16);
        url.ifPresent(address -> {
            if (!address.startsWith("jdbc:sqlite:") && !address.startsWith("jdbc:postgresql:")) {
                throw new IllegalArgumentException("'url' must begin with jdbc:sqlite: or jdbc:postgresql:");
            }
        });
    }

    public String url(Path data) {
        return url.orElseGet(() -> "jdbc:sqlite:" + data.resolve("frontdesk.db"));
    }
}
