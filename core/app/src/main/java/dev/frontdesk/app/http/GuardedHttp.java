package dev.frontdesk.app.http;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.frontdesk.api.service.HttpGateway;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * The guarded client on {@code java.net.http}.
 *
 * <p>A pooled connection that the server has given up meanwhile: the JDK drops those it has seen closed, and itself repeats GET
 * and HEAD when such a connection ends before the first byte of an answer. It tells nobody whether a connection was a reused one,
 * so anything else that may not be done twice (a POST) is not repeated here: it fails as ambiguous. What may be done twice (PUT,
 * DELETE, OPTIONS, or an {@code Idempotency-Key}) is repeated once.
 */
public final class GuardedHttp implements HttpGateway, AutoCloseable {
    private static final int MOST_REDIRECTS = 3;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS");

    /** All that another host gets to see after a redirect. */
    private static final Set<String> HARMLESS = Set.of("accept", "accept-language", "content-type", "user-agent");

    private final Guard guard;
    private final Supplier<HttpClient> client = Suppliers.memoize(GuardedHttp::newClient);

    public GuardedHttp(Allowed allowed) {
        this(allowed, PinnedResolver::resolve);
    }

    GuardedHttp(Allowed allowed, Guard.Resolver resolver) {
        guard = new Guard(allowed, resolver);
    }

    /** Made with the first call: many installations make none, and all of them want to start fast. */
    private static HttpClient newClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT)
                .executor(task -> Thread.ofVirtual().name("http-client").start(task))
                .build();
    }

    private HttpClient client() {
        return Objects.requireNonNull(client.get());
    }

    @Override
    public HttpResponse<byte[]> send(HttpRequest request, int maxBytes, Duration most)
            throws IOException, InterruptedException {
        var call = new Call(maxBytes, System.nanoTime() + most.toNanos());
        guard.check(request.uri(), most);
        var response = call.sendTwiceIfNeeded(request);
        var hop = request;
        for (int redirects = 0; ; redirects++) {
            var target = target(response);
            if (target.isEmpty()) {
                return response;
            } else if (redirects == MOST_REDIRECTS) {
                throw new IOException(request.uri().getHost() + " redirects more than " + MOST_REDIRECTS + " times");
            }
            hop = redirected(hop, response.statusCode(), target.get());
            response = call.follow(hop);
        }
    }

    /** One call with all its hops. */
    private final class Call {
        private final int maxBytes;
        private final long deadline;

        private Call(int maxBytes, long deadline) {
            this.maxBytes = maxBytes;
            this.deadline = deadline;
        }

        private Duration left() throws HttpTimeoutException {
            long nanos = deadline - System.nanoTime();
            if (nanos <= 0) {
                throw new HttpTimeoutException("no complete answer in time");
            }
            return Duration.ofNanos(nanos);
        }

        private HttpResponse<byte[]> sendTwiceIfNeeded(HttpRequest request) throws IOException, InterruptedException {
            try {
                return once(request);
            } catch (HttpTimeoutException | NotSent e) {
                throw e;
            } catch (IOException e) {
                if (closedWithoutAnswer(e) && mayBeRepeated(request)) {
                    return once(request);
                }
                throw e;
            }
        }

        /** After a redirect something was sent already, so nothing is "refused" or "not sent" any more. */
        private HttpResponse<byte[]> follow(HttpRequest hop) throws IOException, InterruptedException {
            try {
                guard.check(hop.uri(), left());
                return once(hop);
            } catch (Refused | NotSent e) {
                throw new IOException("redirected to " + hop.uri().getHost() + ": " + e.getMessage(), e);
            }
        }

        private HttpResponse<byte[]> once(HttpRequest request) throws IOException, InterruptedException {
            var body = BodyHandlers.limiting(BodyHandlers.ofByteArray(), maxBytes);
            var answer = client().sendAsync(request, body);
            try {
                return answer.get(left().toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                throw new HttpTimeoutException(request.uri().getHost() + " gave no complete answer in time");
            } catch (ExecutionException e) {
                throw classified(request.uri(), e.getCause() == null ? e : e.getCause());
            } finally {
                answer.cancel(true);
            }
        }
    }

    private static IOException classified(URI uri, Throwable cause) {
        boolean notSent = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnresolvedAddressException
                || cause instanceof SSLHandshakeException;
        if (notSent) {
            return new NotSent(uri.getHost() + " cannot be reached: " + words(cause), cause);
        } else if (cause instanceof IOException io) {
            return io;
        }
        return new IOException(uri.getHost() + ": " + cause, cause);
    }

    private static String words(Throwable cause) {
        return Optional.ofNullable(cause.getMessage())
                .orElseGet(() -> cause.getClass().getSimpleName());
    }

    private static boolean closedWithoutAnswer(IOException e) {
        var message = words(e).toLowerCase(Locale.ROOT);
        return message.contains("received no bytes")
                || message.contains("connection reset")
                || message.contains("closed");
    }

    private static boolean mayBeRepeated(HttpRequest request) {
        return REPEATABLE.contains(request.method())
                || request.headers().firstValue("Idempotency-Key").isPresent();
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

    private static HttpRequest redirected(HttpRequest request, int status, URI target) {
        boolean sameHost = sameOrigin(request.uri(), target);
        boolean becomesGet = status == 303 || (status <= 302 && request.method().equals("POST"));
        var next = HttpRequest.newBuilder(
                        request, (name, _) -> sameHost || HARMLESS.contains(name.toLowerCase(Locale.ROOT)))
                .uri(target);
        return (becomesGet ? next.GET() : next).build();
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
        client().shutdownNow();
    }
}
