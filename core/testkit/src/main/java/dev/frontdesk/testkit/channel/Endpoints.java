package dev.frontdesk.testkit.channel;

import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.HttpEndpoint;
import dev.frontdesk.api.channel.HttpReply;
import dev.frontdesk.api.channel.Intake;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Calls a channel's endpoints as the server does, without a server. */
public final class Endpoints {

    private Endpoints() {}

    /**
     * Answers a call: 404 for a path nobody serves, 405 and 413 before the endpoint is asked, 503 when the intake is overloaded.
     * Where the server would answer 500 because the endpoint threw, this fails the test with that exception as the cause.
     */
    public static HttpReply call(Channel channel, FakeCall call) throws InterruptedException {
        for (var endpoint : channel.endpoints()) {
            var rest = rest(endpoint.path(), call.path());
            if (rest.isPresent()) {
                return call(endpoint, call.at(rest.get()));
            }
        }
        return HttpReply.status(404);
    }

    /** The status of a call; a stream of events is 200. */
    public static int status(HttpReply reply) {
        return reply instanceof HttpReply.Full full ? full.status() : 200;
    }

    /** The body of a whole answer as text; fails the test for a stream. */
    public static String body(HttpReply reply) {
        return switch (reply) {
            case HttpReply.Full full -> new String(full.body(), StandardCharsets.UTF_8);
            case HttpReply.Events _ -> throw new AssertionError("a stream of events has no body");
        };
    }

    private static HttpReply call(HttpEndpoint endpoint, FakeCall call) throws InterruptedException {
        if (!endpoint.methods().contains(call.method())) {
            return HttpReply.status(405);
        }
        if (call.body().length > endpoint.maxBody()) {
            return HttpReply.status(413);
        }
        try {
            return endpoint.handle(call);
        } catch (Intake.Overloaded _) {
            return new HttpReply.Full(503, Map.of("Retry-After", "1"), new byte[0]);
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Exception thrown) {
            throw new AssertionError("endpoint '" + endpoint.path() + "' threw; the server answers 500", thrown);
        }
    }

    /** What follows the endpoint's own path, or empty when the path is not its. */
    private static Optional<String> rest(String pattern, String path) {
        if (pattern.equals(path)) {
            return Optional.of("");
        }
        if (pattern.endsWith("/*") && path.startsWith(pattern.substring(0, pattern.length() - 1))) {
            return Optional.of(path.substring(pattern.length() - 1));
        }
        return Optional.empty();
    }
}
