package dev.frontdesk.api.service;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * The guarded HTTP client. It connects only to public addresses, or to private ones the operator has allowed
 * ({@code http-client.allow}); checks every address a name resolves to and connects to the checked one; checks again at each of at most three redirects, and forwards no
 * credentials to another host. Safe for use by many threads.
 */
public interface HttpGateway {

    /**
     * Sends a request and reads the whole answer.
     *
     * @param maxBytes the most body bytes to read; a longer body is an {@link IOException}
     * @param most time for everything, redirects included
     * @throws Refused when the address is not allowed; nothing was sent
     * @throws NotSent when the connection could not be made; nothing was sent
     */
    HttpResponse<byte[]> send(HttpRequest request, int maxBytes, Duration most)
            throws IOException, InterruptedException;

    /** The address is not allowed. */
    final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        /** With the host and the reason. */
        public Refused(String message) {
            super(message);
        }
    }

    /** The request surely did not reach the server. */
    final class NotSent extends IOException {
        private static final long serialVersionUID = 1L;

        /** With the host and the reason. */
        public NotSent(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
