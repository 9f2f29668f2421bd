package dev.frontdesk.testkit.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** The methods of the Bot API that the fake knows, each with the refusals of the real one. Safe for use by many threads. */
final class BotApi {
    private static final int LONGEST_TEXT = 4096;
    private static final Duration LONGEST_POLL = Duration.ofSeconds(50);

    private final People people;
    private final UpdateQueue queue;
    private final Webhook webhook;
    private final Ledger ledger;
    private final InstantSource clock;
    private final AtomicLong messageIds;

    BotApi(
            People people,
            UpdateQueue queue,
            Webhook webhook,
            Ledger ledger,
            InstantSource clock,
            AtomicLong messageIds) {
        this.people = people;
        this.queue = queue;
        this.webhook = webhook;
        this.ledger = ledger;
        this.clock = clock;
        this.messageIds = messageIds;
    }

    /** The answer to a call, as text, for updates are handed over exactly as they were enqueued. */
    String answer(String method, Params params) throws InterruptedException, Refusal {
        return switch (method.toLowerCase(Locale.ROOT)) {
            case "getme" -> ok(me());
            case "getupdates" -> updates(params);
            case "sendmessage" -> ok(sendMessage(params));
            case "answercallbackquery" -> ok(answerCallbackQuery(params));
            case "sendchataction" -> ok(sendChatAction(params));
            case "setwebhook" -> ok(setWebhook(params));
            case "deletewebhook" -> ok(deleteWebhook());
            case "getwebhookinfo" -> ok(webhookInfo());
            default -> throw new Refusal(404, "Not Found: method not found");
        };
    }

    private static String ok(JsonNode result) {
        return "{\"ok\":true,\"result\":" + result + "}";
    }

    private static ObjectNode me() {
        return Json.object()
                .put("id", 123_456)
                .put("is_bot", true)
                .put("first_name", "Desk")
                .put("username", "desk_bot");
    }

    private String updates(Params params) throws InterruptedException, Refusal {
        if (webhook.target().isPresent()) {
            throw new Refusal(
                    409,
                    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the"
                            + " webhook first");
        }
        long wait = Math.clamp(params.number("timeout", 0), 0, LONGEST_POLL.toSeconds());
        int limit = Math.clamp(params.number("limit", 100), 1, 100);
        var found = queue.poll(params.number("offset", 0), limit, Duration.ofSeconds(wait));
        return "{\"ok\":true,\"result\":["
                + String.join(",", found.stream().map(UpdateQueue.Pending::raw).toList())
                + "]}";
    }

    private ObjectNode sendMessage(Params params) throws Refusal {
        var to = reachable(params);
        var text = params.text("text");
        if (text.isBlank()) {
            throw new Refusal(400, "Bad Request: message text is empty");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new Refusal(400, "Bad Request: message is too long");
        }
        if (params.values().containsKey("parse_mode")) {
            throw new Refusal(400, "Bad Request: can't parse entities");
        }
        var keyboard = keyboard(params.json("reply_markup"));
        long replyTo = params.json("reply_parameters").path("message_id").asLong();
        var sent = new Ledger.Sent(messageIds.incrementAndGet(), to.chat(), text, keyboard, replyTo, clock.instant());
        ledger.add(sent);
        var message = Json.object()
                .put("message_id", sent.messageId())
                .put("date", sent.at().getEpochSecond())
                .put("text", text);
        message.set("from", me());
        message.set("chat", People.chat(to));
        return message;
    }

    private People.Person reachable(Params params) throws Refusal {
        long chat = params.number("chat_id", 0);
        var person = people.in(chat).orElseThrow(() -> new Refusal(400, "Bad Request: chat not found"));
        if (people.blocked(chat)) {
            throw new Refusal(403, "Forbidden: bot was blocked by the user");
        }
        return person;
    }

    private static List<Ledger.Button> keyboard(JsonNode markup) throws Refusal {
        var buttons = new ArrayList<Ledger.Button>();
        for (var row : markup.path("inline_keyboard")) {
            for (var button : row) {
                var data = button.path("callback_data").asText();
                int bytes = data.getBytes(UTF_8).length;
                if (bytes < 1 || bytes > 64) {
                    throw new Refusal(400, "Bad Request: BUTTON_DATA_INVALID");
                }
                if (button.path("text").asText().isBlank()) {
                    throw new Refusal(400, "Bad Request: can't parse inline keyboard button: text must be non-empty");
                }
                buttons.add(new Ledger.Button(button.path("text").asText(), data));
            }
        }
        return List.copyOf(buttons);
    }

    private JsonNode answerCallbackQuery(Params params) {
        ledger.answered(params.text("callback_query_id"));
        return BooleanNode.TRUE;
    }

    private JsonNode sendChatAction(Params params) throws Refusal {
        ledger.typing(reachable(params).chat());
        return BooleanNode.TRUE;
    }

    private JsonNode setWebhook(Params params) throws Refusal {
        if (params.text("url").isEmpty()) {
            return deleteWebhook();
        }
        var secret = params.text("secret_token");
        if (!secret.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-'))) {
            throw new Refusal(400, "Bad Request: secret token contains unallowed characters");
        }
        try {
            int connections = Math.clamp(params.number("max_connections", 40), 1, 100);
            webhook.set(new Webhook.Target(URI.create(params.text("url")), secret, connections));
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(400, "Bad Request: bad webhook: invalid url");
        }
        return BooleanNode.TRUE;
    }

    private JsonNode deleteWebhook() {
        webhook.delete();
        return BooleanNode.TRUE;
    }

    private ObjectNode webhookInfo() {
        var info = Json.object()
                .put("url", webhook.target().map(set -> set.url().toString()).orElse(""))
                .put("has_custom_certificate", false)
                .put("pending_update_count", queue.size());
        webhook.target().ifPresent(set -> info.put("max_connections", set.connections()));
        if (!webhook.lastError().isEmpty()) {
            info.put("last_error_message", webhook.lastError());
        }
        return info;
    }
}
