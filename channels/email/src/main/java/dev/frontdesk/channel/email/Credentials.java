package dev.frontdesk.channel.email;

import dev.frontdesk.api.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How one account proves itself: by a password, or by an access token that somebody else keeps fresh in a file.
 *
 * @param user empty for none
 */
record Credentials(String user, Optional<Secret> password, Optional<String> tokenFile) {

    boolean byToken() {
        return tokenFile.isPresent();
    }

    /** Read anew at each connect, for tokens live for an hour. */
    String secret() throws IOException {
        if (tokenFile.isPresent()) {
            return Files.readString(Path.of(tokenFile.get())).strip();
        }
        return password.map(Secret::reveal).orElse("");
    }
}
