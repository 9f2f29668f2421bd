package dev.frontdesk.channel.telegram;

import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Delivery.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** What a refusal of Telegram means for a message. Safe for use by many threads. */
final class Refusals {

    private static final Duration STRANGE = Duration.ofSeconds(30);
    private static final long DAY = 86_400;

    private record Limited(long chat, Instant until) {}

    private final InstantSource clock;
    private final AtomicReference<Limited> limited = new AtomicReference<>(new Limited(0, Instant.MIN));

    Refusals(InstantSource clock) {
        this.clock = clock;
    }

    Delivery delivery(Place to, Answer.Refused refused) {
        var why = refused.code() + " " + refused.description();
        return switch (refused.code()) {
            case 401, 404 -> new Delivery.Halted("Telegram refuses the token (" + why + ")");
            case 403 -> new Delivery.Rejected(Cause.UNREACHABLE, why);
            case 400 -> new Delivery.Rejected(cause(refused), isAboutConnection(refused) ? connected(why) : why);
            case 413 -> new Delivery.Rejected(Cause.CONTENT, "the file is too large for this Bot API (" + why + ")");
            case 429 -> slower(to.chat(), refused, why);
            default -> refused.code() >= 500 ? new Delivery.Unknown(why) : new Delivery.Rejected(Cause.OTHER, why);
        };
    }

    private static Cause cause(Answer.Refused refused) {
        boolean unreachable = says(refused, "chat not found")
                || says(refused, "user not found")
                || says(refused, "peer_id_invalid")
                || isAboutConnection(refused);
        return unreachable ? Cause.UNREACHABLE : Cause.CONTENT;
    }

    /** The owner of a business account has taken the bot out of their chats. */
    private static boolean isAboutConnection(Answer.Refused refused) {
        return says(refused, "business_connection") || says(refused, "business connection");
    }

    private static String connected(String why) {
        return "the business account has disconnected the bot: connect it again in its settings (" + why + ")";
    }

    /** A topic that was deleted or closed; the chat it was in may still take the message. */
    static boolean isAboutTopic(Answer.Refused refused) {
        return refused.code() == 400
                && (says(refused, "message thread not found")
                        || says(refused, "topic_closed")
                        || says(refused, "topic_deleted"));
    }

    /** Refused for what it is, and not for whom it is for. */
    static boolean isAboutContent(Answer.Refused refused) {
        return refused.code() == 400 && cause(refused) == Cause.CONTENT;
    }

    private static boolean says(Answer.Refused refused, String words) {
        return refused.description().toLowerCase(Locale.ROOT).contains(words);
    }

    /** Telegram does not say whose limit it is: when a second chat runs into it, it is the bot's. One chat alone stops no other. */
    private Delivery slower(long chat, Answer.Refused refused, String why) {
        var wait = Duration.ofSeconds(Math.clamp(refused.retryAfter().orElse(1), 1, DAY));
        var now = clock.instant();
        var before = limited.getAndSet(new Limited(chat, now.plus(wait)));
        boolean another = before.chat() != chat && before.until().isAfter(now);
        return new Delivery.Later(wait, another, why);
    }

    /** A proxy that fails may have passed it on; one that refuses has not. */
    static Delivery strange(int status) {
        var why = "something that is no Bot API answered " + status;
        if (status == 413) {
            return new Delivery.Rejected(Cause.CONTENT, "the file is too large for the proxy before the Bot API (413)");
        }
        return status / 100 == 2 || status >= 500 ? new Delivery.Unknown(why) : new Delivery.Later(STRANGE, true, why);
    }
}
