package dev.frontdesk.plugin.lookup.sql;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The keys of an enricher of the type {@code sql}. */
public record SqlSettings(
        @Setting(doc = "Where the database is: jdbc:postgresql://host/name or jdbc:sqlite:/path/to/file.")
        String url,

        @Setting(doc = "Who asks; give them the right to read and no other.")
        Optional<String> user,

        @Setting(doc = "Their password.") Optional<Secret> password,

        @Setting(
                doc =
                        "A select with a ? for each parameter; its first row is what is found, by the names of its columns.")
        String query,

        @Setting(doc = "The facts that take the places of the ?, in order, such as contact.email.")
        List<String> parameters,

        @Setting(value = "2", doc = "How many look-ups may ask at once, at most 20.")
        int connections,

        @Setting(value = "2s", doc = "How long to wait for a connection, 250ms to 30s.")
        Duration connectTimeout) {

    private static final List<String> DATABASES = List.of("jdbc:postgresql:", "jdbc:sqlite:");

    public SqlSettings {
        parameters = List.copyOf(parameters);
        if (DATABASES.stream().noneMatch(url::startsWith)) {
            throw new IllegalArgumentException("url must begin with " + String.join(" or ", DATABASES));
        }
        if (url.toLowerCase(Locale.ROOT).contains("password=")) {
            throw new IllegalArgumentException("url must not hold the password, which it shows; use 'password'");
        }
        long places = places(query);
        if (places != parameters.size()) {
            throw new IllegalArgumentException("query has " + places + " places (?) and there are " + parameters.size()
                    + " parameters; each needs the other");
        }
        if (connections < 1 || connections > 20) {
            throw new IllegalArgumentException("connections is not between 1 and 20");
        }
        if (connectTimeout.toMillis() < 250 || connectTimeout.toMillis() > 30_000) {
            throw new IllegalArgumentException("connect-timeout is not between 250ms and 30s");
        }
    }

    /** Question marks but for those within quotes. */
    private static long places(String query) {
        long places = 0;
        char quote = 0;
        for (char c : query.toCharArray()) {
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '?') {
                places++;
            }
        }
        return places;
    }

    boolean isSqlite() {
        return url.startsWith("jdbc:sqlite:");
    }
}
