package dev.frontdesk.app.http;

import com.google.common.base.Suppliers;
import dev.frontdesk.api.service.HttpGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/**
 * The guarded client: HTTP/1.1 on a blocking socket, connected to the very address that was checked.
 *
 * <p>A kept connection that the server has given up meanwhile: it is looked at before each use, so only a request that crosses with
 * the farewell meets it. What may be done twice (GET, HEAD, PUT, DELETE, OPTIONS, or an {@code Idempotency-Key}) is then repeated
 * once on a new connection. A POST may have been read: it is not repeated, and fails as ambiguous.
 */
public final class GuardedHttp implements HttpGateway, AutoCloseable {
    private static final int MOST_REDIRECTS = 3;

    /** All that another host gets to see after a redirect. */
    private static final Set<String> HARMLESS = Set.of("accept", "accept-language", "content-type", "user-agent");

    private final Guard guard;
    private final Connections connections;

    public GuardedHttp(Allowed allowed) {
        this(allowed, host -> List.of(InetAddress.getAllByName(host)));
    }

    GuardedHttp(Allowed allowed, Guard.Resolver resolver) {
        // With the first https call: many installations make none, and all of them want to start fast.
        this(allowed, resolver, Suppliers.memoize(() -> (SSLSocketFactory) SSLSocketFactory.getDefault())::get);
    }

    GuardedHttp(Allowed allowed, Guard.Resolver resolver, Supplier<SSLSocketFactory> tls) {
        guard = new Guard(allowed, resolver);
        connections = new Connections(tls);
    }

    @Override
    public HttpResponse<byte[]> send(HttpRequest request, int maxBytes, Duration most)
            throws IOException, InterruptedException {
        try {
            return followed(request, maxBytes, most);
        } catch (IOException e) {
            if (Thread.interrupted()) {
                var interrupted = new InterruptedException();
                interrupted.initCause(e);
                throw interrupted;
            }
            throw e;
        }
    }

    private Answer followed(HttpRequest request, int maxBytes, Duration most) throws IOException, InterruptedException {
        var deadline = Deadline.in(
                request.timeout().filter(own -> own.compareTo(most) < 0).orElse(most));
        var addresses = guard.check(request.uri());
        var answer = new Call(request, addresses, Body.of(request, deadline), maxBytes, deadline).answer(connections);
        for (int redirects = 0; ; redirects++) {
            var target = target(answer);
            if (target.isEmpty()) {
                return answer;
            } else if (redirects == MOST_REDIRECTS) {
                throw new IOException(request.uri().getHost() + " redirects more than " + MOST_REDIRECTS + " times");
            }
            answer = follow(redirected(answer.request(), answer.statusCode(), target.get()), maxBytes, deadline);
        }
    }

    /** After a redirect something was sent already, so nothing is "refused" or "not sent" any more. */
    private Answer follow(HttpRequest hop, int maxBytes, Deadline deadline) throws IOException, InterruptedException {
        try {
            var addresses = guard.check(hop.uri());
            return new Call(hop, addresses, Body.of(hop, deadline), maxBytes, deadline).answer(connections);
        } catch (Refused | NotSent e) {
            throw new IOException("redirected to " + hop.uri().getHost() + ": " + e.getMessage(), e);
        }
    }

    private static Optional<URI> target(HttpResponse<?> response) throws IOException {
        boolean redirect = Set.of(301, 302, 303, 307, 308).contains(response.statusCode());
        var location = response.headers().firstValue("Location");
        if (!redirect || location.isEmpty()) {
            return Optional.empty();
        }
        try {
            var target = response.uri().resolve(location.get());
            if ("https".equals(response.uri().getScheme()) && !"https".equals(target.getScheme())) {
                throw new IOException(response.uri().getHost() + " redirects from https to " + target.getScheme());
            }
            return Optional.of(target);
        } catch (IllegalArgumentException e) {
            throw new IOException(response.uri().getHost() + " redirects to something that is no address", e);
        }
    }

    /** @throws IOException when the target is no address a request can be made for */
    private static HttpRequest redirected(HttpRequest request, int status, URI target) throws IOException {
        boolean sameHost = sameOrigin(request.uri(), target);
        boolean becomesGet = status == 303 || (status <= 302 && request.method().equals("POST"));
        try {
            var next = HttpRequest.newBuilder(
                            request, (name, _) -> sameHost || HARMLESS.contains(name.toLowerCase(Locale.ROOT)))
                    .uri(target);
            return (becomesGet ? next.GET() : next).build();
        } catch (IllegalArgumentException e) {
            throw new IOException(request.uri().getHost() + " redirects to something that cannot be called", e);
        }
    }

    private static boolean sameOrigin(URI one, URI other) {
        return String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost())
                && port(one) == port(other)
                && String.valueOf(one.getScheme()).equals(other.getScheme());
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
    }

    @Override
    public void close() {
        connections.close();
    }
}
