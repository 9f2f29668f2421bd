package dev.frontdesk.channel.telegram;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Delivery.Cause;
import dev.frontdesk.api.channel.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * Sends one message and says what became of it. The text is plain, never marked up: what contacts and agents write must not be
 * read as formatting. Safe for use by many threads.
 */
final class Sending {

    private static final Duration AWAY = Duration.ofSeconds(5);
    private static final Duration STRANGE = Duration.ofSeconds(30);
    private static final long DAY = 86_400;

    private record Limited(String chat, Instant until) {}

    private final BotApi api;
    private final InstantSource clock;
    private final AtomicReference<Limited> limited = new AtomicReference<>(new Limited("", Instant.MIN));

    Sending(BotApi api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    Delivery deliver(Outbound message) throws InterruptedException {
        var chat = chat(message.to());
        return switch (message.content()) {
            case Content.Text(var text) -> send(chat, new SendMessage(chat, text));
            case Content.Choice(var text, var options) -> {
                var call = new SendMessage(chat, text);
                call.setReplyMarkup(keyboard(options));
                yield send(chat, call);
            }
            default ->
                new Delivery.Rejected(
                        Cause.CONTENT,
                        "Telegram is sent no '" + message.content().kind() + "'");
        };
    }

    /** Where replies to somebody go. */
    static String chat(Address to) {
        return to.thread().isEmpty() ? to.identity() : to.thread();
    }

    private static InlineKeyboardMarkup keyboard(List<Content.Option> options) {
        return new InlineKeyboardMarkup(options.stream().map(Sending::row).toList());
    }

    private static InlineKeyboardRow row(Content.Option option) {
        var button = new InlineKeyboardButton(option.label());
        button.setCallbackData(option.token());
        return new InlineKeyboardRow(button);
    }

    private Delivery send(String chat, SendMessage call) throws InterruptedException {
        return switch (api.call(call)) {
            case Answer.Done done -> sent(done);
            case Answer.Refused refused -> refused(chat, refused);
            case Answer.Strange(var status) -> strange(status);
            case Answer.NotSent(var why) -> new Delivery.Later(AWAY, true, "not sent: " + why);
            case Answer.Unsure(var why) -> new Delivery.Unknown(why);
        };
    }

    private static Delivery sent(Answer.Done done) {
        var id = Json.number(done.result().path("message_id"));
        return id.isPresent()
                ? new Delivery.Sent(Long.toString(id.getAsLong()))
                : new Delivery.Unknown("the answer names no message");
    }

    private Delivery refused(String chat, Answer.Refused refused) {
        var why = refused.code() + " " + refused.description();
        return switch (refused.code()) {
            case 401, 404 -> new Delivery.Halted("Telegram refuses the token (" + why + ")");
            case 403 -> new Delivery.Rejected(Cause.UNREACHABLE, why);
            case 400 -> new Delivery.Rejected(isUnreachable(refused) ? Cause.UNREACHABLE : Cause.CONTENT, why);
            case 429 -> slower(chat, refused, why);
            default -> refused.code() >= 500 ? new Delivery.Unknown(why) : new Delivery.Rejected(Cause.OTHER, why);
        };
    }

    private static boolean isUnreachable(Answer.Refused refused) {
        var said = refused.description().toLowerCase(Locale.ROOT);
        return said.contains("chat not found") || said.contains("user not found") || said.contains("peer_id_invalid");
    }

    /** Telegram does not say whose limit it is: when a second chat runs into it, it is the bot's. One chat alone stops no other. */
    private Delivery slower(String chat, Answer.Refused refused, String why) {
        var wait = Duration.ofSeconds(Math.clamp(refused.retryAfter().orElse(1), 1, DAY));
        var now = clock.instant();
        var before = limited.getAndSet(new Limited(chat, now.plus(wait)));
        boolean another = !before.chat().equals(chat) && before.until().isAfter(now);
        return new Delivery.Later(wait, another, why);
    }

    /** A proxy that fails may have passed it on; one that refuses has not. */
    private static Delivery strange(int status) {
        var why = "something that is no Bot API answered " + status;
        return status / 100 == 2 || status >= 500 ? new Delivery.Unknown(why) : new Delivery.Later(STRANGE, true, why);
    }
}
