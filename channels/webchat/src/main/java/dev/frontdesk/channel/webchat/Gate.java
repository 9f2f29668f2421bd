package dev.frontdesk.channel.webchat;

import dev.frontdesk.api.channel.HttpCall;
import dev.frontdesk.api.channel.HttpReply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** What every call of the widget passes: origin, network address, visitor, and how much each may do. */
final class Gate {

    /** Reading is cheaper than writing, and a page that polls reads a lot. */
    private static final int READS_PER_WRITE = 10;

    /** An office shares one address. */
    private static final int VISITORS_PER_ADDRESS = 5;

    private static final Duration HOUR = Duration.ofHours(1);

    private final Origins origins;
    private final Visitors visitors;
    private final Buckets visitorWrites;
    private final Buckets addressWrites;
    private final Buckets addressReads;
    private final Buckets visitorFiles;
    private final Buckets addressFiles;

    Gate(WebChatSettings settings, InstantSource clock) {
        origins = new Origins(settings.allowedOrigins());
        visitors = new Visitors(settings.identitySecret());
        visitorWrites = new Buckets(clock, settings.visitorPerMinute());
        addressWrites = new Buckets(clock, settings.addressPerMinute());
        addressReads = new Buckets(clock, settings.addressPerMinute() * READS_PER_WRITE);
        visitorFiles = new Buckets(clock, settings.filesPerHour(), HOUR);
        addressFiles = new Buckets(clock, settings.filesPerHour() * VISITORS_PER_ADDRESS, HOUR);
    }

    HttpReply reading(HttpCall call, Inside inside) throws Exception {
        return pass(call, addressReads, inside);
    }

    HttpReply writing(HttpCall call, Inside inside) throws Exception {
        return pass(call, addressWrites, visitor -> {
            var wait = visitorWrites.take(visitor);
            return wait.isPresent() ? slowDown(wait.get()) : inside.reply(visitor);
        });
    }

    /** A file is a message, and more than one. */
    HttpReply sending(HttpCall call, Inside inside) throws Exception {
        return writing(call, visitor -> {
            var wait = addressFiles.take(call.remoteAddress()).or(() -> visitorFiles.take(visitor));
            return wait.isPresent() ? slowDown(wait.get()) : inside.reply(visitor);
        });
    }

    private HttpReply pass(HttpCall call, Buckets byAddress, Inside inside) throws Exception {
        if (!origins.allow(call)) {
            return Replies.error(403, "foreign-origin", "This site is not among the channel's allowed-origins.");
        }
        var wait = byAddress.take(call.remoteAddress());
        if (wait.isPresent()) {
            return slowDown(wait.get());
        }
        var visitor = visitors.identify(call);
        return visitor.isEmpty()
                ? Replies.error(
                        401,
                        "no-visitor",
                        "Send 'Authorization: Bearer <43 characters>', and a right signature with a user.")
                : inside.reply(visitor.get());
    }

    private static HttpReply slowDown(Duration wait) {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return Replies.error(
                429, "too-many", "Too much at once; try again later.", Map.of("Retry-After", Long.toString(seconds)));
    }

    /** What is behind the gate. */
    interface Inside {
        HttpReply reply(String visitor) throws Exception;
    }
}
