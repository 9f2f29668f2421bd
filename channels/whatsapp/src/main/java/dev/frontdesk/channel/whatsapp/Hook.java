package dev.frontdesk.channel.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.channel.Batch;
import dev.frontdesk.api.channel.HttpCall;
import dev.frontdesk.api.channel.HttpReply;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Intake;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Where Meta asks whether we are who it was told, and where it brings webhooks. Safe for use by many threads. */
final class Hook {

    static final String PATH = "webhook";
    /** Meta says at most 3 MB. */
    static final int MAX_BODY = 4 * 1024 * 1024;

    private static final String SIGNATURE = "X-Hub-Signature-256";
    private static final int LONGEST_CHALLENGE = 64;

    private final Secret verifyToken;
    private final Signature signature;
    private final Intake intake;
    private final Reading reading;
    private final Aftermath aftermath;

    Hook(WhatsAppSettings settings, Intake intake, Reading reading, Aftermath aftermath) {
        this.verifyToken = settings.verifyToken();
        this.signature = new Signature(settings.appSecret());
        this.intake = intake;
        this.reading = reading;
        this.aftermath = aftermath;
    }

    HttpReply handle(HttpCall call) throws Exception {
        return call.method().equals("GET") ? verify(call) : receive(call);
    }

    /** Repeats the digits it was given, and nothing else that somebody could have us say. */
    private HttpReply verify(HttpCall call) {
        var challenge = call.query("hub.challenge").orElse("");
        var token = call.query("hub.verify_token").orElse("");
        boolean digits = !challenge.isEmpty()
                && challenge.length() <= LONGEST_CHALLENGE
                && challenge.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean known = MessageDigest.isEqual(verifyToken.reveal().getBytes(UTF_8), token.getBytes(UTF_8));
        return known && digits && call.query("hub.mode").orElse("").equals("subscribe")
                ? HttpReply.text(200, "text/plain", challenge)
                : HttpReply.text(403, "text/plain", "forbidden");
    }

    /** Says yes after the commit, to what is unreadable too: Meta would bring it again for seven days. */
    private HttpReply receive(HttpCall call) throws Exception {
        byte[] body = call.body();
        if (call.headerCount(SIGNATURE) != 1
                || !signature.isOf(body, call.header(SIGNATURE).orElse(""))) {
            return HttpReply.status(401);
        }
        if (!call.header("Content-Encoding").orElse("identity").equalsIgnoreCase("identity")) {
            return HttpReply.status(415);
        }
        List<Inbound> items = reading.read(body);
        var accepted = intake.accept(new Batch(items, Map.of(), OptionalLong.empty()));
        aftermath.of(items, accepted);
        return HttpReply.status(200);
    }
}
