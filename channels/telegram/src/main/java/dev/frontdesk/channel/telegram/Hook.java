package dev.frontdesk.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.channel.Batch;
import dev.frontdesk.api.channel.HttpCall;
import dev.frontdesk.api.channel.HttpReply;
import dev.frontdesk.api.channel.Intake;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Where Telegram brings updates. Safe for use by many threads. */
final class Hook {

    static final String PATH = "updates";
    /** Telegram drops an event above 512 KiB itself. */
    static final int MAX_BODY = 1024 * 1024;

    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    private final Secret secret;
    private final Intake intake;
    private final Reading reading;
    private final Courtesies courtesies;

    Hook(Secret secret, Intake intake, Reading reading, Courtesies courtesies) {
        this.secret = secret;
        this.intake = intake;
        this.reading = reading;
        this.courtesies = courtesies;
    }

    /** Says yes after the commit, to what is unreadable too: Telegram would bring it again and again. */
    HttpReply receive(HttpCall call) throws Exception {
        if (!trusted(call)) {
            return HttpReply.status(401);
        }
        var read = reading.read(call.body());
        intake.accept(new Batch(read.items(), Map.of(), OptionalLong.empty()));
        courtesies.answer(List.of(read));
        return HttpReply.status(200);
    }

    private boolean trusted(HttpCall call) {
        var theirs = call.header(SECRET).orElse("").getBytes(UTF_8);
        return call.headerCount(SECRET) == 1
                && MessageDigest.isEqual(secret.reveal().getBytes(UTF_8), theirs);
    }
}
