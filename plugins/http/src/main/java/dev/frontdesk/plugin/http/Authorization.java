package dev.frontdesk.plugin.http;

import dev.frontdesk.api.Secret;
import java.net.http.HttpRequest;

/** The header that only a secret may fill. */
final class Authorization {
    private Authorization() {}

    /** @param which is told when it cannot be sent, instead of the secret */
    static void put(HttpRequest.Builder request, Secret secret, String which) {
        try {
            request.header("Authorization", secret.reveal());
        } catch (IllegalArgumentException _) { // its message would show the secret
            throw new IllegalArgumentException("the authorization " + which + " has characters no header may have");
        }
    }
}
