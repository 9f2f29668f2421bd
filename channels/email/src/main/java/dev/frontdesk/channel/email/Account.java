package dev.frontdesk.channel.email;

import dev.frontdesk.api.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One account on one mail server: where it is, how the way there is protected, and how it proves itself: by a password, or by an
 * access token that somebody else keeps fresh in a file.
 *
 * @param port 0 for the usual one
 * @param user empty where nobody signs in
 * @param caFile whose certificates are trusted, in place of those this machine trusts
 */
record Account(
        String host,
        int port,
        Security security,
        String user,
        Optional<Secret> password,
        Optional<String> tokenFile,
        Optional<String> caFile) {

    Account {
        require(!host.isBlank(), "host: is empty");
        require(port >= 0 && port <= 65_535, "port: must be from 0 to 65535, not " + port);
        require(
                security.allows(host),
                "security: none is only for a server on this machine, not for " + host + "; use tls or starttls");
        require(
                user.isEmpty() || password.isPresent() != tokenFile.isPresent(),
                "password: either password or access-token-file is needed, and not both");
    }

    boolean byToken() {
        return tokenFile.isPresent();
    }

    int port(int withTls, int otherwise) {
        return port != 0 ? port : security == Security.TLS ? withTls : otherwise;
    }

    /** Read anew at each connect, for tokens live for an hour. */
    String secret() throws IOException {
        if (tokenFile.isPresent()) {
            return Files.readString(Path.of(tokenFile.get())).strip();
        }
        return password.map(Secret::reveal).orElse("");
    }

    static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
